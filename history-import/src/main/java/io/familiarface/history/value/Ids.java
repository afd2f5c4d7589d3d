package io.familiarface.history.value;

import java.util.regex.Pattern;

/** Keys of other systems, as far as a spreadsheet has left them whole. */
public final class Ids {
  private static final Pattern ROUNDED =
      Pattern.compile("[+-]?\\d(?:[.,]\\d+\\s?[Ee]\\+?|\\s?[Ee]\\+)\\d+");
  private static final Pattern LONG = Pattern.compile("\\d{16,}");
  private static final int DIGITS_OF_A_SPREADSHEET = 15;

  private Ids() {}

  /** Whether it is no key any more, such as 1.23457E+11: others have become the same. */
  public static boolean isRounded(String id) {
    return (id.indexOf('E') > 0 || id.indexOf('e') > 0) && ROUNDED.matcher(id).matches();
  }

  /** Whether it has more digits than a spreadsheet keeps of a number. */
  public static boolean isLong(String id) {
    return id.length() > DIGITS_OF_A_SPREADSHEET && LONG.matcher(id).matches();
  }

  /** Whether all digits that a spreadsheet does not keep are zero. */
  public static boolean endsInZeros(String id) {
    return id.substring(DIGITS_OF_A_SPREADSHEET).chars().allMatch(digit -> digit == '0');
  }
}
