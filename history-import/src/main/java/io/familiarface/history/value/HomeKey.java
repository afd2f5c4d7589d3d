package io.familiarface.history.value;

import java.util.Map;
import java.util.regex.Pattern;

/** What two ways of writing one address share: "12 Mill Ln., 5401" is "12 Mill Lane 05401-1234". */
public final class HomeKey {
  private static final int LONGEST = 200;
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
  private static final Pattern LONG_ZIP = Pattern.compile("\\b(\\d{5})-\\d{4}\\b");
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("street", "st"),
          Map.entry("road", "rd"),
          Map.entry("lane", "ln"),
          Map.entry("avenue", "ave"),
          Map.entry("av", "ave"),
          Map.entry("drive", "dr"),
          Map.entry("court", "ct"),
          Map.entry("boulevard", "blvd"),
          Map.entry("place", "pl"),
          Map.entry("highway", "hwy"),
          Map.entry("terrace", "ter"),
          Map.entry("circle", "cir"),
          Map.entry("parkway", "pkwy"),
          Map.entry("square", "sq"),
          Map.entry("trail", "trl"),
          Map.entry("north", "n"),
          Map.entry("south", "s"),
          Map.entry("east", "e"),
          Map.entry("west", "w"),
          Map.entry("apartment", "unit"),
          Map.entry("apt", "unit"),
          Map.entry("suite", "unit"),
          Map.entry("ste", "unit"));

  private HomeKey() {}

  /**
   * @param street all lines of the address
   * @param postalCode or null
   */
  public static String of(String street, String postalCode) {
    String written = postalCode == null ? street : street + " " + postalCode;
    String whole = written.indexOf('-') < 0 ? written : LONG_ZIP.matcher(written).replaceAll("$1");
    StringBuilder key = new StringBuilder(whole.length());
    for (String word : Names.plain(whole.replace("#", " unit ")).split(" ")) {
      String unit = SHORT.getOrDefault(word, word);
      key.append(key.length() == 0 ? "" : " ").append(shortened(unit));
    }
    return Text.cut(key.toString(), LONGEST);
  }

  private static String shortened(String word) {
    boolean isStreet = word.length() > 6 && word.endsWith("strasse");
    return isStreet
        ? word.substring(0, word.length() - 4)
        : word.startsWith("0") ? LEADING_ZEROS.matcher(word).replaceFirst("") : word;
  }
}
