package io.familiarface.history.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes an address apart that stands in one cell. */
public final class AddressParser {
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_CITY = 100;
  private static final int LONGEST_CODE = 20;
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("usa", "US"),
          Map.entry("us", "US"),
          Map.entry("u s a", "US"),
          Map.entry("u s", "US"),
          Map.entry("united states", "US"),
          Map.entry("united states of america", "US"),
          Map.entry("canada", "CA"),
          Map.entry("united kingdom", "GB"),
          Map.entry("great britain", "GB"),
          Map.entry("england", "GB"),
          Map.entry("uk", "GB"),
          Map.entry("ireland", "IE"),
          Map.entry("australia", "AU"),
          Map.entry("new zealand", "NZ"),
          Map.entry("germany", "DE"),
          Map.entry("deutschland", "DE"),
          Map.entry("france", "FR"),
          Map.entry("espana", "ES"),
          Map.entry("spain", "ES"),
          Map.entry("italia", "IT"),
          Map.entry("italy", "IT"),
          Map.entry("nederland", "NL"),
          Map.entry("netherlands", "NL"),
          Map.entry("switzerland", "CH"),
          Map.entry("schweiz", "CH"),
          Map.entry("osterreich", "AT"),
          Map.entry("austria", "AT"),
          Map.entry("mexico", "MX"));

  /** Their codes begin with a zero, which a spreadsheet takes for a number and drops. */
  private static final Set<String> WITH_ZERO =
      Set.of("CT", "MA", "ME", "NH", "NJ", "PR", "RI", "VT", "VI");

  private static final Pattern WITHOUT_ZERO = Pattern.compile("(\\d{3,4})((?:-\\d{4})?)");
  private static final String ZIP =
      "\\d{5}(?:-\\d{4})?|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}";
  private static final Pattern STATE_ZIP =
      Pattern.compile("([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)?[ ,]*(" + ZIP + ")?");
  private static final Pattern CITY_STATE_ZIP =
      Pattern.compile("(.+?)[ ,]+([A-Z]{2})(?:[ ,]+(" + ZIP + "))?");
  private static final Pattern CITY_ZIP = Pattern.compile("(.+?)[ ,]+(" + ZIP + ")");
  private static final Pattern ZIP_CITY = Pattern.compile("(\\d{4,5}) (\\D+)");

  /** An address without commas can be parted behind what streets are called. */
  private static final Pattern STREET_CITY =
      Pattern.compile(
          "(\\d\\S* \\S+(?: \\S+)*? (?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|place|pl|way|circle|cir|terrace|ter|highway|hwy|parkway|pkwy|trail|trl)\\b\\.?(?: (?:apt|unit|suite|ste|#)\\.? ?\\S+)?) (\\p{L}.*(?-i: [A-Z]{2} )(?:\\d{5}(?:-\\d{4})?))",
          Pattern.CASE_INSENSITIVE);

  private AddressParser() {}

  /** A whole address made of what the columns say, or null when no city can be told. */
  public static Address read(Address columns) {
    return columns.city() == null
        ? withLine2(read(columns.line1()), columns.line2())
        : of(
            columns.line1() == null ? null : onOneLine(columns.line1()),
            columns.line2() == null ? null : onOneLine(columns.line2()),
            columns.city(),
            columns.region(),
            columns.postalCode(),
            columns.country());
  }

  private static String onOneLine(String text) {
    return text.replace("\n", ", ");
  }

  private static Address withLine2(Address whole, String line2) {
    return whole == null
        ? null
        : of(
            whole.line1(),
            line2,
            whole.city(),
            whole.region(),
            whole.postalCode(),
            whole.country());
  }

  /** The parts of "12 Mill Lane, Burlington, VT 05401", or null when no city can be told. */
  public static Address read(String text) {
    List<String> parts =
        new ArrayList<>(
            Arrays.stream(text.split("\\s*[,\\n;]\\s*")).filter(part -> !part.isBlank()).toList());
    String country = null;
    if (parts.size() > 2) {
      country = COUNTRIES.get(Names.plain(parts.get(parts.size() - 1)));
      if (country != null) {
        parts.remove(parts.size() - 1);
      }
    }
    Matcher street = parts.size() == 1 ? STREET_CITY.matcher(parts.get(0)) : null;
    if (street != null && street.matches()) {
      parts = new ArrayList<>(List.of(street.group(1), street.group(2)));
    }
    if (parts.size() < 2) {
      return null;
    }
    String last = parts.remove(parts.size() - 1);
    Matcher m = STATE_ZIP.matcher(last);
    boolean digits = last.chars().anyMatch(Character::isDigit);
    if (parts.size() > 1 && m.matches() && (digits || last.length() == 2)) {
      return of(
          parts.subList(0, parts.size() - 1),
          parts.get(parts.size() - 1),
          m.group(1),
          m.group(2),
          country);
    }
    m = ZIP_CITY.matcher(last);
    if (m.matches()) {
      return of(parts, m.group(2), null, m.group(1), country);
    }
    m = CITY_STATE_ZIP.matcher(last);
    if (m.matches()) {
      return of(parts, m.group(1), m.group(2), m.group(3), country);
    }
    m = CITY_ZIP.matcher(last);
    if (m.matches()) {
      return of(parts, m.group(1), null, m.group(2), country);
    }
    return of(parts, last, null, null, country);
  }

  private static Address of(
      List<String> street, String city, String region, String postalCode, String country) {
    return of(String.join(", ", street), null, city, region, postalCode, country);
  }

  private static Address of(
      String line1, String line2, String city, String region, String postalCode, String country) {
    if (line1 == null || line1.isBlank() || city == null || city.isBlank()) {
      return null;
    }
    return new Address(
        cut(line1, LONGEST_LINE),
        cut(line2, LONGEST_LINE),
        cut(city, LONGEST_CITY),
        cut(region, LONGEST_CITY),
        cut(withZero(postalCode, region), LONGEST_CODE),
        country(country));
  }

  private static String cut(String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Text.cut(text, longest);
  }

  private static String withZero(String postalCode, String region) {
    if (postalCode == null || region == null || !WITH_ZERO.contains(region)) {
      return postalCode;
    }
    Matcher m = WITHOUT_ZERO.matcher(postalCode.replaceFirst("\\.0+$", ""));
    return m.matches() ? "%05d%s".formatted(Integer.parseInt(m.group(1)), m.group(2)) : postalCode;
  }

  private static String country(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.matches("[A-Z]{2}") ? text : COUNTRIES.get(Names.plain(text));
  }
}
