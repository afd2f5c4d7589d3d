package io.familiarface.history.value;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An amount and its currency. */
public record Price(@JsonFormat(shape = Shape.STRING) BigDecimal amount, String currency) {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d.,])\\d+(?:[.,' ]\\d+)*(?:[.,](?!\\d))?");
  private static final Pattern NO_CENTS = Pattern.compile("(?<=\\d)[.,]-{1,2}(?!\\d)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}$]+\\.?");
  private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(?:[' ]\\d{3})+(?:[.,]\\d*)?");
  private static final Pattern NO_PRICE = Pattern.compile("[-()~?%+*@\\u00D7\\u00A2]");
  private static final int MOST_DIGITS = 10;
  private static final int MOST_DECIMALS = 2;
  private static final int LONGEST_TEXT = 100;
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("\u20AC", "EUR"),
          Map.entry("\u00A3", "GBP"),
          Map.entry("\u00A5", "JPY"),
          Map.entry("\u20B9", "INR"),
          Map.entry("\u20AA", "ILS"),
          Map.entry("C$", "CAD"),
          Map.entry("CA$", "CAD"),
          Map.entry("CDN$", "CAD"),
          Map.entry("A$", "AUD"),
          Map.entry("AU$", "AUD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("US$", "USD"),
          Map.entry("S$", "SGD"),
          Map.entry("HK$", "HKD"),
          Map.entry("R$", "BRL"),
          Map.entry("MX$", "MXN"),
          Map.entry("FR", "CHF"),
          Map.entry("SFR", "CHF"),
          Map.entry("EURO", "EUR"),
          Map.entry("EUROS", "EUR"));

  private static final Set<String> DOLLARS =
      Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN");
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  /** What may stand beside an amount and changes nothing; any other word may. */
  private static final Set<String> PLAIN_WORDS =
      Set.of(
          ("PER EACH EA MO MONTH MONTHLY VISIT SERVICE TREATMENT FLAT FEE PRICE RATE TOTAL ONLY"
                  + " INCL INCLUDING INCLUDED TAX VAT MWST INKL PLUS DOLLARS")
              .split(" "));

  /**
   * Reads {@code $1,234.50}, {@code 89,00 €} or {@code 89}; null when it is no price, is a sum or a
   * credit, or could mean two. A third of a price, such as {@code 66.6667}, is rounded to what can
   * be paid.
   *
   * @param usual the currency of a bare number
   */
  public static Price read(String text, String usual) {
    if (text.length() > LONGEST_TEXT) {
      return null;
    }
    String plain = NO_CENTS.matcher(Text.plainSigns(text)).replaceAll("");
    Matcher number = NUMBER.matcher(plain);
    if (!number.find() || NO_PRICE.matcher(plain).find()) {
      return null;
    }
    String before = plain.substring(0, number.start());
    String digits = number.group();
    boolean grouped = digits.indexOf(' ') < 0 && digits.indexOf('\'') < 0;
    if ((!grouped && !GROUPS.matcher(digits).matches())
        || number.find()
        || before.endsWith(".")
        || before.endsWith(",")) {
      return null;
    }
    String currency = currency(plain, usual);
    BigDecimal amount = amount(digits.replace("'", "").replace(" ", ""));
    if (currency == null || amount == null || amount.precision() - amount.scale() > MOST_DIGITS) {
      return null;
    }
    BigDecimal payable = amount.setScale(decimals(currency), RoundingMode.HALF_UP);
    return new Price(payable.setScale(MOST_DECIMALS), currency);
  }

  /** As many as the company's system takes in that currency: nobody has paid half a yen. */
  private static int decimals(String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return Math.max(0, Math.min(MOST_DECIMALS, digits));
  }

  private static BigDecimal amount(String digits) {
    int comma = digits.lastIndexOf(',');
    int point = digits.lastIndexOf('.');
    char decimal = comma > point ? ',' : '.';
    int last = Math.max(comma, point);
    boolean both = comma >= 0 && point >= 0;
    boolean once = digits.indexOf(decimal) == last;
    int behind = digits.length() - last - 1;
    String plain;
    if (last < 0) {
      plain = digits;
    } else if (once && !both && decimal == ',' && behind > 3) {
      return null;
    } else if (both || (once && behind != 3)) {
      char thousands = decimal == ',' ? '.' : ',';
      plain = digits.replace(String.valueOf(thousands), "").replace(decimal, '.');
    } else if (!once || decimal == ',') {
      plain = digits.replace(String.valueOf(decimal), "");
    } else {
      return null;
    }
    try {
      return new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The currency that is named, or the usual one; null where it is unclear what is named. */
  private static String currency(String text, String usual) {
    String found = null;
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      if (sign.getKey().length() == 1 && text.contains(sign.getKey())) {
        found = sign.getValue();
      }
    }
    for (MatchResult word : WORD.matcher(text).results().toList()) {
      String plain = word.group().toUpperCase(Locale.ROOT).replace(".", "");
      String named = SIGNS.getOrDefault(plain, CODES.contains(plain) ? plain : null);
      if (plain.equals("$") && !DOLLARS.contains(usual)) {
        named = found == null ? "USD" : found;
      }
      boolean known = named != null || plain.equals("$") || PLAIN_WORDS.contains(plain);
      if (!known || (named != null && found != null && !found.equals(named))) {
        return null;
      }
      found = named == null ? found : named;
    }
    return found == null ? usual : found;
  }
}
