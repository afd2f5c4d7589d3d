package io.familiarface.history.row;

import io.familiarface.history.row.Technicians.Technician;
import io.familiarface.history.value.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Names that are probably one person's. They are offered, and never taken together unasked. */
public final class SimilarNames {
  /** Comparing everybody with everybody is quick up to so many. */
  private static final int MOST = 2_000;

  private static final int LETTERS_TO_MISSPELL = 6;
  private static final List<Set<String>> SHORT_NAMES =
      List.of(
          Set.of("mike", "michael", "mick"),
          Set.of("bob", "robert", "rob"),
          Set.of("bill", "william", "will"),
          Set.of("jim", "james", "jimmy"),
          Set.of("tom", "thomas"),
          Set.of("dave", "david"),
          Set.of("joe", "joseph"),
          Set.of("tony", "anthony"),
          Set.of("rick", "richard", "dick"),
          Set.of("kate", "katherine"),
          Set.of("liz", "elizabeth", "beth"),
          Set.of("chuck", "charles", "charlie"),
          Set.of("ed", "edward", "eddie"),
          Set.of("jack", "john"),
          Set.of("peggy", "margaret"),
          Set.of("hank", "henry"),
          Set.of("larry", "lawrence"),
          Set.of("ted", "theodore"));

  private SimilarNames() {}

  /** Groups of two and more, whoever came most in front. */
  static List<List<Technician>> groups(List<Technician> technicians) {
    List<Technician> some = technicians.subList(0, Math.min(MOST, technicians.size()));
    List<List<String>> words = some.stream().map(t -> words(t.name())).toList();
    boolean[] taken = new boolean[some.size()];
    List<List<Technician>> groups = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      List<Technician> group = new ArrayList<>(List.of(some.get(i)));
      for (int j = i + 1; j < some.size() && !taken[i]; j++) {
        if (!taken[j] && areAlike(words.get(i), words.get(j))) {
          group.add(some.get(j));
          taken[j] = true;
        }
      }
      if (group.size() > 1) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** The first name first: "Ortiz, Ben" is Ben Ortiz. */
  private static List<String> words(String name) {
    String[] parts = name.split(",", 2);
    String turned = parts.length == 2 ? parts[1] + " " + parts[0] : name;
    return Arrays.asList(Names.plain(turned).split(" "));
  }

  /** Whether both are probably one person's. */
  public static boolean areAlike(String a, String b) {
    return areAlike(words(a), words(b));
  }

  private static boolean areAlike(List<String> a, List<String> b) {
    String together = String.join("", a);
    String other = String.join("", b);
    if (together.equals(other) || (a.size() == b.size() && Set.copyOf(a).equals(Set.copyOf(b)))) {
      return true;
    }
    int letters = Math.min(together.length(), other.length());
    if (letters >= LETTERS_TO_MISSPELL
        && Math.abs(together.length() - other.length()) <= 2
        && distance(together, other) <= (letters < 9 ? 1 : 2)) {
      return true;
    }
    if (a.size() == 1 || b.size() == 1) {
      List<String> one = a.size() == 1 ? a : b;
      List<String> more = a.size() == 1 ? b : a;
      return one.get(0).length() > 2
          && (sameFirst(one.get(0), more.get(0)) || last(more).equals(one.get(0)));
    }
    if (isInitial(last(a)) || isInitial(last(b))) {
      return last(a).charAt(0) == last(b).charAt(0) && sameFirst(a.get(0), b.get(0));
    }
    boolean sameLast =
        last(a).equals(last(b)) || (last(a).length() > 4 && distance(last(a), last(b)) == 1);
    return sameLast && sameFirst(a.get(0), b.get(0));
  }

  private static boolean sameFirst(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    if (isInitial(a) || isInitial(b)) {
      return a.charAt(0) == b.charAt(0);
    }
    return (a.length() > 2 && b.startsWith(a))
        || (b.length() > 2 && a.startsWith(b))
        || SHORT_NAMES.stream().anyMatch(names -> names.contains(a) && names.contains(b));
  }

  private static boolean isInitial(String word) {
    return word.length() == 1;
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }

  /** Letters to change, add, leave out or swap with the next one. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
