package io.familiarface.history.row;

import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.value.Ids;
import io.familiarface.history.value.Names;
import io.familiarface.history.value.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everybody who is named as a technician. Spellings that differ in blanks and capitals are one
 * person; any other two are two, until the company says otherwise.
 */
public final class Technicians {
  private static final int MOST = 20_000;

  /**
   * @param visits how many lines name this person
   */
  public record Technician(
      String key, String name, Set<String> spellings, long visits, long firstLine) {}

  private final Map<String, String> sameAs = new HashMap<>();
  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private final Map<String, Seen> byName = new LinkedHashMap<>();
  private final Map<String, String> idsByName = new HashMap<>();
  private final Map<String, List<String>> keysOfCells = new HashMap<>();
  private PeopleInCell people;

  /** What was in a cell, word by word the same. */
  private static final class Cell {
    private final long firstLine;
    private String id;
    private long visits;

    private Cell(long firstLine) {
      this.firstLine = firstLine;
    }
  }

  private static final class Seen {
    private final Map<String, Long> spellings = new LinkedHashMap<>();
    private long firstLine;

    String name() {
      return spellings.entrySet().stream()
          .max(Map.Entry.<String, Long>comparingByValue())
          .orElseThrow()
          .getKey();
    }

    long visits() {
      return spellings.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * @param sameTechnician a spelling to the name that is meant
   */
  public Technicians(Map<String, String> sameTechnician) {
    sameTechnician.forEach((spelling, name) -> sameAs.put(Names.folded(spelling), Text.tidy(name)));
  }

  /**
   * Counts a cell; who is in it is known when all are seen.
   *
   * @param id the company's key of this person, or blank
   */
  public void see(long line, String cell, String id) {
    if (cell.isEmpty()) {
      return;
    }
    Cell seen = cells.computeIfAbsent(cell, key -> new Cell(line));
    seen.visits++;
    if (seen.id == null && !id.isBlank() && !Ids.isRounded(id)) {
      seen.id = id;
    }
    if (cells.size() > MOST) {
      throw new UnreadableHistory(
          "The column for technicians has more than %,d different names, so it is another one: say in a mapping file which it is, \"technician = THEIR HEADER\"."
              .formatted(MOST));
    }
  }

  private PeopleInCell people() {
    if (people == null) {
      people = PeopleInCell.among(cells.keySet());
      cells.forEach((cell, seen) -> count(seen, people.of(cell)));
    }
    return people;
  }

  private void count(Cell cell, List<String> names) {
    for (String name : names) {
      String meant = meant(name);
      String folded = Names.folded(meant);
      Seen seen = byName.computeIfAbsent(folded, key -> new Seen());
      seen.firstLine =
          seen.spellings.isEmpty() ? cell.firstLine : Math.min(seen.firstLine, cell.firstLine);
      seen.spellings.merge(meant, cell.visits, Long::sum);
      if (names.size() == 1 && cell.id != null) {
        idsByName.putIfAbsent(folded, Names.given(cell.id));
      }
    }
  }

  /** The keys of the people in one cell, the one named first in front; empty for nobody. */
  List<String> keys(String cell) {
    List<String> known = keysOfCells.get(cell);
    if (known == null) {
      known =
          people().of(cell).stream()
              .map(this::meant)
              .map(Names::folded)
              .map(this::key)
              .distinct()
              .toList();
      if (keysOfCells.size() < MOST) {
        keysOfCells.put(cell, known);
      }
    }
    return known;
  }

  /** Whether a text that stands in another column is somebody's name. */
  boolean isNamed(String text) {
    people();
    return byName.containsKey(Names.folded(meant(text)));
  }

  private String key(String folded) {
    String id = idsByName.get(folded);
    return id != null ? id : Names.key("t-", folded);
  }

  private String meant(String name) {
    return sameAs.getOrDefault(Names.folded(name), name);
  }

  /** Everybody, one for each key. */
  public Collection<Technician> all() {
    people();
    Map<String, Technician> all = new LinkedHashMap<>();
    byName.forEach(
        (folded, seen) ->
            all.merge(
                key(folded),
                new Technician(
                    key(folded),
                    seen.name(),
                    new LinkedHashSet<>(seen.spellings.keySet()),
                    seen.visits(),
                    seen.firstLine),
                Technicians::together));
    return all.values();
  }

  private static Technician together(Technician a, Technician b) {
    Set<String> spellings = new LinkedHashSet<>(a.spellings());
    spellings.addAll(b.spellings());
    Technician more = a.visits() >= b.visits() ? a : b;
    return new Technician(
        a.key(),
        more.name(),
        spellings,
        a.visits() + b.visits(),
        Math.min(a.firstLine(), b.firstLine()));
  }

  /** Those who came most first. */
  public List<Technician> byVisits() {
    return all().stream().sorted(Comparator.comparingLong(Technician::visits).reversed()).toList();
  }
}
