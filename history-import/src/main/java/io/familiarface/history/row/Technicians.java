package io.familiarface.history.row;

import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.value.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everybody who is named as a technician. Spellings that differ in blanks and capitals are one
 * person; any other two are two, until the company says otherwise.
 */
public final class Technicians {
  private static final int MOST = 20_000;
  private static final int LONGEST_NAME = 200;
  private static final Pattern BETWEEN_PEOPLE =
      Pattern.compile("\\s*(?:[;/&+|]|\\band\\b|\\bund\\b)\\s*");
  private static final Set<String> NOBODY =
      Set.of("unassigned", "not assigned", "nobody", "tba", "no technician", "open");

  /**
   * @param visits how many lines name this person
   */
  public record Technician(
      String key, String name, Set<String> spellings, long visits, long firstLine) {}

  private final Map<String, String> sameAs = new HashMap<>();
  private final Map<String, Seen> byName = new LinkedHashMap<>();
  private final Map<String, String> idsByName = new HashMap<>();
  private final Map<String, List<String>> keysOfCells = new HashMap<>();

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
    sameTechnician.forEach(
        (spelling, name) -> sameAs.put(Names.folded(spelling), Names.tidy(name)));
  }

  /**
   * Counts the people in one cell.
   *
   * @param id the company's key of this person, or blank
   */
  public void see(long line, String cell, String id) {
    List<String> names = people(cell);
    for (String name : names) {
      String meant = meant(name);
      String folded = Names.folded(meant);
      Seen seen = byName.computeIfAbsent(folded, key -> new Seen());
      if (seen.spellings.isEmpty()) {
        seen.firstLine = line;
        if (byName.size() > MOST) {
          throw new UnreadableHistory(
              "The column for technicians has more than %,d different names, so it is another one: say in a mapping file which it is, \"technician = THEIR HEADER\"."
                  .formatted(MOST));
        }
      }
      seen.spellings.merge(meant, 1L, Long::sum);
      if (names.size() == 1 && !id.isBlank()) {
        idsByName.putIfAbsent(folded, Names.given(id));
      }
    }
  }

  /** The keys of the people in one cell, the one named first in front; empty for nobody. */
  List<String> keys(String cell) {
    List<String> known = keysOfCells.get(cell);
    if (known == null) {
      known =
          people(cell).stream()
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

  private String key(String folded) {
    String id = idsByName.get(folded);
    return id != null ? id : Names.key("t-", folded);
  }

  private String meant(String name) {
    return sameAs.getOrDefault(Names.folded(name), name);
  }

  /** Everybody, one for each key. */
  public Collection<Technician> all() {
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

  /** "Ben Ortiz, Ana Silva" are two, "Ortiz, Ben" is one. */
  static List<String> people(String cell) {
    List<String> people = new ArrayList<>();
    for (String part : BETWEEN_PEOPLE.split(Names.tidy(cell))) {
      String[] commas = part.split("\\s*,\\s*");
      boolean several =
          commas.length > 2
              || (commas.length == 2 && commas[0].contains(" ") && commas[1].contains(" "));
      for (String name : several ? commas : new String[] {part}) {
        String tidy = Names.tidy(name);
        if (!tidy.isEmpty() && !NOBODY.contains(tidy.toLowerCase(java.util.Locale.ROOT))) {
          people.add(tidy.length() > LONGEST_NAME ? tidy.substring(0, LONGEST_NAME) : tidy);
        }
      }
    }
    return people;
  }
}
