package io.familiarface.history.value;

import io.familiarface.history.file.UnreadableHistory;
import java.util.Locale;

/** In which order a company writes day, month and year, where the digits alone don't say. */
public enum DateOrder {
  DAY_MONTH_YEAR("day/month/year", "dd/MM/yyyy"),
  MONTH_DAY_YEAR("month/day/year", "MM/dd/yyyy"),
  YEAR_MONTH_DAY("year/month/day", "yy/MM/dd");

  private final String words;
  private final String format;

  DateOrder(String words, String format) {
    this.words = words;
    this.format = format;
  }

  /** How to say that it is this order. */
  public String format() {
    return format;
  }

  public String words() {
    return words;
  }

  /**
   * Reads a format such as {@code dd/MM/yyyy} or {@code m/d/yy}.
   *
   * @throws UnreadableHistory when it doesn't name a day, a month and a year
   */
  public static DateOrder ofFormat(String format) {
    String letters = format.toLowerCase(Locale.ROOT);
    int day = letters.indexOf('d');
    int month = letters.indexOf('m');
    int year = letters.indexOf('y');
    if (day >= 0 && month >= 0 && year >= 0) {
      if (year < month && month < day) {
        return YEAR_MONTH_DAY;
      }
      if (day < month && month < year) {
        return DAY_MONTH_YEAR;
      }
      if (month < day && day < year) {
        return MONTH_DAY_YEAR;
      }
    }
    throw new UnreadableHistory(
        "The date format %s is not understood: write it like MM/dd/yyyy, dd.MM.yyyy or yyyy-MM-dd."
            .formatted(format));
  }
}
