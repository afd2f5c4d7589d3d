package io.familiarface.history.value;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When somebody may arrive, as companies write it: "10:00 - 12:00", "8-10 AM", "2 hours", "90".
 *
 * @param from null where only its length is known
 * @param minutes its length
 */
public record TimeWindow(LocalTime from, int minutes) {
  private static final Pattern LENGTH =
      Pattern.compile(
          "(\\d{1,3}(?:[.,]\\d{1,2})?)\\s?(?:(h|hrs?|hours?|std|stunden?)|m|mins?|minutes?|minuten?)?\\.?");
  private static final int LONGEST = 720;
  private static final int DAY = 24 * 60;

  /** Whether a cell says for how long, so that its number is no time of day. */
  public static boolean isLength(String text) {
    return length(text).matches();
  }

  private static Matcher length(String text) {
    return LENGTH.matcher(Text.plainSigns(text).toLowerCase(Locale.ROOT).strip());
  }

  /** What a cell of its own says; null when it is no window, or a longer one than half a day. */
  public static TimeWindow ofCell(String text) {
    Matcher length = length(text);
    if (length.matches()) {
      return ofLength(new BigDecimal(length.group(1).replace(',', '.')), length.group(2) != null);
    }
    LocalTime from = TimeOfDay.beginOfWindow(text);
    LocalTime until = from == null ? null : TimeOfDay.endOfWindow(text);
    return until == null ? null : of(from, Math.floorMod(minuteOf(until) - minuteOf(from), DAY));
  }

  private static TimeWindow ofLength(BigDecimal number, boolean hours) {
    BigDecimal minutes = hours ? number.multiply(BigDecimal.valueOf(60)) : number;
    return minutes.stripTrailingZeros().scale() > 0 ? null : of(null, minutes.intValueExact());
  }

  private static TimeWindow of(LocalTime from, int minutes) {
    return minutes <= LONGEST ? new TimeWindow(from, minutes) : null;
  }

  private static int minuteOf(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }
}
