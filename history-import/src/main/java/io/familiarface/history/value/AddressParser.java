package io.familiarface.history.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes an address apart that stands in one cell. */
public final class AddressParser {
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_CITY = 100;
  private static final int LONGEST_CODE = 20;
  private static final Map<String, String> COUNTRIES =
      Map.of(
          "usa",
          "US",
          "us",
          "US",
          "united states",
          "US",
          "u.s.a.",
          "US",
          "canada",
          "CA",
          "united kingdom",
          "GB",
          "uk",
          "GB",
          "germany",
          "DE",
          "deutschland",
          "DE");
  private static final String ZIP = "\\d{5}(?:-\\d{4})?|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d";
  private static final Pattern STATE_ZIP =
      Pattern.compile("([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)?[ ,]*(" + ZIP + ")?");
  private static final Pattern CITY_STATE_ZIP =
      Pattern.compile("(.+?)[ ,]+([A-Z]{2})(?:[ ,]+(" + ZIP + "))?");
  private static final Pattern CITY_ZIP = Pattern.compile("(.+?)[ ,]+(" + ZIP + ")");
  private static final Pattern ZIP_CITY = Pattern.compile("(\\d{4,5}) (\\D+)");

  private AddressParser() {}

  /** A whole address made of what the columns say, or null when no city can be told. */
  public static Address read(Address columns) {
    return columns.city() == null
        ? read(columns.line1())
        : of(
            columns.line1(),
            columns.city(),
            columns.region(),
            columns.postalCode(),
            columns.country());
  }

  /** The parts of "12 Mill Lane, Burlington, VT 05401", or null when no city can be told. */
  public static Address read(String text) {
    List<String> parts =
        new ArrayList<>(
            Arrays.stream(text.split("\\s*[,\\n;]\\s*")).filter(part -> !part.isBlank()).toList());
    String country = null;
    if (parts.size() > 2) {
      country = COUNTRIES.get(parts.get(parts.size() - 1).toLowerCase(java.util.Locale.ROOT));
      if (country != null) {
        parts.remove(parts.size() - 1);
      }
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
    return of(String.join(", ", street), city, region, postalCode, country);
  }

  private static Address of(
      String line1, String city, String region, String postalCode, String country) {
    if (line1 == null || line1.isBlank() || city == null || city.isBlank()) {
      return null;
    }
    return new Address(
        cut(line1, LONGEST_LINE),
        null,
        cut(city, LONGEST_CITY),
        cut(region, LONGEST_CITY),
        cut(postalCode, LONGEST_CODE),
        country(country));
  }

  private static String cut(String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  private static String country(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.matches("[A-Z]{2}") ? text : COUNTRIES.get(text.toLowerCase(java.util.Locale.ROOT));
  }
}
