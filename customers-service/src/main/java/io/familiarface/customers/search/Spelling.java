package io.familiarface.customers.search;

import java.util.Set;
import java.util.TreeSet;

/** How far a typed piece is from a word: letters left out, put in, mistaken or swapped. */
public final class Spelling {
  private static final int ONE_UP_TO = 5;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private Spelling() {}

  /** How many mistakes are forgiven in so long a piece. */
  public static int forgiven(String typed) {
    return typed.length() <= ONE_UP_TO ? 1 : 2;
  }

  /**
   * What every word begins with of which this is the beginning with one mistake. Some of them are
   * beginnings of each other.
   *
   * @param typed letters from a to z
   */
  public static Set<String> beginningsMeant(String typed) {
    Set<String> beginnings = new TreeSet<>();
    for (int i = 0; i < typed.length(); i++) {
      String before = typed.substring(0, i);
      String after = typed.substring(i + 1);
      beginnings.add(before + after);
      if (!after.isEmpty()) {
        beginnings.add(before + after.charAt(0) + typed.charAt(i) + after.substring(1));
      }
      for (int letter = 0; letter < LETTERS.length(); letter++) {
        beginnings.add(before + LETTERS.charAt(letter) + after);
        beginnings.add(before + LETTERS.charAt(letter) + typed.substring(i));
      }
    }
    beginnings.remove(typed);
    return beginnings;
  }

  /**
   * The fewest mistakes between what was typed and the word or a beginning of it (restricted
   * Damerau-Levenshtein distance).
   */
  public static int mistakes(String typed, String word) {
    int[] before = null;
    int[] last = new int[word.length() + 1];
    for (int j = 0; j <= word.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= typed.length(); i++) {
      int[] row = new int[word.length() + 1];
      row[0] = i;
      for (int j = 1; j <= word.length(); j++) {
        int mistaken = typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + mistaken);
        if (i > 1
            && j > 1
            && typed.charAt(i - 1) == word.charAt(j - 2)
            && typed.charAt(i - 2) == word.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    int fewest = typed.length();
    for (int mistakes : last) {
      fewest = Math.min(fewest, mistakes);
    }
    return fewest;
  }
}
