package io.familiarface.history.value;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount and its currency. */
public record Price(@JsonFormat(shape = Shape.STRING) BigDecimal amount, String currency) {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,'\\u00A0 ]*");
  private static final Pattern CODE = Pattern.compile("(?<![A-Z])[A-Z]{3}(?![A-Z])");
  private static final int MOST_DIGITS = 10;

  /**
   * Reads {@code $1,234.50}, {@code 89,00 €} or {@code 89}; null when it is no price, or could mean
   * two.
   *
   * @param usual the currency of a bare number
   */
  public static Price read(String text, String usual) {
    Matcher number = NUMBER.matcher(text);
    if (!number.find() || text.contains("-") || text.contains("(")) {
      return null;
    }
    BigDecimal amount = amount(number.group().replaceAll("['\\u00A0 ]", ""));
    if (amount == null || amount.precision() - amount.scale() > MOST_DIGITS) {
      return null;
    }
    return new Price(amount.setScale(2, RoundingMode.HALF_UP), currency(text, usual));
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

  private static String currency(String text, String usual) {
    if (text.contains("€")) {
      return "EUR";
    }
    if (text.contains("£")) {
      return "GBP";
    }
    Matcher code = CODE.matcher(text);
    return code.find() ? code.group() : usual;
  }
}
