package io.familiarface.history.row;

import io.familiarface.history.value.Names;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells who is named in a cell: nobody, one, or a team. "Ben Ortiz, Ana Silva" are two and "Van
 * Dyke, Mary Ann" is one; which it is, the other cells of the column tell.
 */
final class PeopleInCell {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CELL = 1_000;
  private static final Pattern BETWEEN_PEOPLE =
      Pattern.compile(
          "\\s*(?:<br\\s*/?>|[;&+|\\n"
              + "\u2022\u00B7\u2219]|(?<=\\s)(?:and|und|with|mit|w/)(?=\\s)|/|(?<=^|\\s)\\d{1,2}[.)](?=\\s))\\s*",
          Pattern.CASE_INSENSITIVE);

  /** What stands beside a name and is none: an address, brackets of a list. */
  private static final Pattern BESIDE_A_NAME =
      Pattern.compile(
          "\\s*<[^<>]*@[^<>]*>|^\\s*\\{|\\}\\s*$|^\\s*\\[\\s*\"|\"\\s*\\]\\s*$|(?<=\"),\\s*\"|\"(?=,\\s*\")",
          Pattern.CASE_INSENSITIVE);

  /** These words part people in other languages, and stand in names as well: Ortega y Gasset. */
  private static final Pattern BETWEEN_WHOLE_NAMES =
      Pattern.compile(
          "(?<=\\S\\s\\S{2,60})\\s+(?:y|et|e|en|i)\\s+(?=\\S+\\s\\S)", Pattern.CASE_INSENSITIVE);

  private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.? ?){1,2}");
  private static final Pattern DASH = Pattern.compile("\\s+[-\u2013\u2014]\\s+");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Set<String> BEHIND_A_NAME =
      Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md");
  private static final Set<String> NOBODY = WordList.of("nobody");

  private static final Pattern NOBODY_YET =
      Pattern.compile(
          "(?:unassigned|tbd|tba|tbc|not assigned|not yet assigned|no tech|no technician) .*|to be"
              + " (?:assigned|confirmed|determined|decided|announced|scheduled)|(?:any|anyone|anybody|any"
              + " one|first|next)(?: available)?(?:"
              + " (?:tech|technician|one|crew|employee|person))?|no"
              + " (?:one|user|resource|employee|technician|tech|provider|worker|crew|team|staff|assignee)(?:"
              + " (?:yet|assigned|selected|set|scheduled))*|nicht"
              + " (?:zugeordnet|zugewiesen|zugeteilt|vergeben|besetzt)|kein(?:e|er)?"
              + " (?:techniker|mitarbeiter|monteur|person)(?: zugewiesen| zugeordnet)?|sin"
              + " (?:tecnico|asignar|asignacion|empleado)(?: asignado)?|(?:aucun|pas de)"
              + " (?:technicien|employe|intervenant)(?: assigne)?");

  private final Set<String> alone;
  private final boolean lastNameFirst;

  private PeopleInCell(Set<String> alone, boolean lastNameFirst) {
    this.alone = alone;
    this.lastNameFirst = lastNameFirst;
  }

  /**
   * @param cells all different ones of the column
   */
  static PeopleInCell among(Collection<String> cells) {
    Set<String> alone = new HashSet<>();
    boolean lastNameFirst = false;
    for (String cell : cells) {
      for (String part : parts(cell)) {
        List<String> sides = sides(part);
        if (sides.size() == 1) {
          alone.add(Names.folded(part));
        } else if (sides.size() == 2
            && !(isSeveralWords(sides.get(0)) && isSeveralWords(sides.get(1)))) {
          lastNameFirst = true;
        }
      }
    }
    return new PeopleInCell(alone, lastNameFirst);
  }

  /** The names in a cell, in their order; empty for nobody. */
  List<String> of(String cell) {
    if (isNobody(cell) && cell.indexOf(',') < 0) {
      return List.of();
    }
    List<String> named = parts(cell);
    // "Ben Ortiz + 1" is not three people, and a number that stands alone may be a technician's.
    boolean anyNamed = named.stream().anyMatch(PeopleInCell::hasLetter);
    return named.stream()
        .filter(part -> !anyNamed || hasLetter(part))
        .flatMap(this::people)
        .filter(name -> !isNobody(name))
        .map(name -> Text.cut(name, LONGEST_NAME))
        .toList();
  }

  /** Those between whom stands what stands between people only. */
  private static List<String> parts(String whole) {
    String cell = Text.cut(whole, LONGEST_CELL);
    return BETWEEN_PEOPLE
        .splitAsStream(
            BESIDE_A_NAME.matcher(cell).replaceAll(it -> it.group().startsWith(",") ? "; " : ""))
        .flatMap(BETWEEN_WHOLE_NAMES::splitAsStream)
        .map(Text::tidy)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** What a comma parts, without "Jr." behind a name. */
  private static List<String> sides(String part) {
    List<String> sides = new ArrayList<>();
    for (String side : COMMA.split(part)) {
      if (!sides.isEmpty() && BEHIND_A_NAME.contains(Names.plain(side))) {
        sides.set(sides.size() - 1, sides.get(sides.size() - 1) + ", " + side);
      } else if (!side.isEmpty() && !isNobody(side)) {
        sides.add(side);
      }
    }
    return sides;
  }

  private Stream<String> people(String part) {
    // What stands behind a dash is as often a team or a title: two people where both are known.
    String[] dashed = DASH.split(part);
    if (dashed.length > 1 && isEachAlone(Arrays.asList(dashed))) {
      return Arrays.stream(dashed);
    }
    List<String> sides = sides(part);
    if (sides.size() < 2) {
      return sides.stream();
    }
    boolean allSeveral = sides.stream().allMatch(PeopleInCell::isSeveralWords);
    if (isEachAlone(sides) || (allSeveral && (!lastNameFirst || sides.size() > 2))) {
      return sides.stream();
    }
    if (sides.size() == 2) {
      return Stream.of(part);
    }
    boolean initials =
        IntStream.range(0, sides.size())
            .allMatch(i -> i % 2 == 0 || INITIALS.matcher(sides.get(i)).matches());
    return (initials || lastNameFirst) && sides.size() % 2 == 0 ? pairs(sides) : sides.stream();
  }

  private boolean isEachAlone(List<String> names) {
    return names.stream().allMatch(name -> alone.contains(Names.folded(name)));
  }

  /** "Ortiz, Ben, Reed, Al" */
  private static Stream<String> pairs(List<String> sides) {
    return Stream.iterate(0, i -> i < sides.size(), i -> i + 2)
        .map(i -> sides.get(i) + ", " + sides.get(i + 1));
  }

  private static boolean hasLetter(String part) {
    return part.chars().anyMatch(Character::isLetter);
  }

  private static boolean isSeveralWords(String side) {
    return side.contains(" ");
  }

  private static boolean isNobody(String text) {
    String plain = Names.plain(text);
    return plain.isEmpty() || NOBODY.contains(plain) || NOBODY_YET.matcher(plain).matches();
  }
}
