package io.familiarface.history.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day as companies write it, or the beginning of a window: "9:15 a.m.", "14.30 Uhr", "1 -
 * 3 PM", "10:00Z".
 *
 * @param endOfDay whether it is 24:00, the midnight after the day
 * @param zone in which it is meant, or null for the company's
 */
record TimeOfDay(LocalTime time, boolean endOfDay, ZoneId zone) {
  private static final String HOURS =
      "(\\d{1,2})(?:\\s?[:.h]\\s?([0-5]\\d)(?:[:.]([0-5]\\d)(?:[.,]\\d{1,9})?)?)?(\\s?(?:h(?:rs?|ours?)?|uhr|o'?clock)\\b\\.?)?(?:\\s?([ap])\\b(?!\\s*\\d)\\.?(?:\\s?m\\b\\.?)?|\\s?([ap])m\\b\\.?)?(?![:.]?\\d)";
  private static final Pattern CLOCK = Pattern.compile(HOURS);
  private static final Pattern JOINED = Pattern.compile("\\s*t\\d");
  private static final Pattern NOON =
      Pattern.compile("[\\s,@]*(?:at )?(?:12 )?(?:noon|midday|mittags?|midi)\\b");
  private static final Pattern END =
      Pattern.compile(
          "\\s*(?:-|/|>|~|\\bto\\b|\\bund\\b|\\band\\b|\\bbis\\b|\\buntil\\b|\\btill\\b|\\bthru\\b|\\bthrough\\b|\\ba\\b|\\bà\\b)\\s*"
              + HOURS
              + "(.*)");
  private static final Pattern OFFSET =
      Pattern.compile(
          "\\s*(gmt|utc)?\\s?([+-])((?<=(?:gmt|utc) ?[+-])\\d|\\d{2})(?:(:?)(\\d{2}))?(?!\\d)(.*)");
  private static final Pattern ZONE = Pattern.compile("\\s*\\(?([a-z]{1,8})\\b\\)?(.*)");
  private static final Pattern NAMED_ZONE = Pattern.compile("\\s*\\[?([a-z]+)/([a-z_]+)\\]?");
  private static final Pattern CAPITAL = Pattern.compile("\\b[a-z]|(?<=_)[a-z]");
  private static final Pattern WITHOUT_COLON =
      Pattern.compile("(\\d{1,2})([0-5]\\d)(?=\\s?[ap]\\.?\\s?m\\b)");
  private static final Pattern MILITARY =
      Pattern.compile("([01]\\d|2[0-3])([0-5]\\d)(?:\\s?h(?:rs|ours)?)?");
  private static final Pattern PART_OF_DAY = Pattern.compile("(?:0?[.,](?=\\d\\d)|0[.,])(\\d+)");
  private static final int AFTER_END = 7;
  private static final int HALF_DAY = 12;
  private static final int EARLIEST_HOUR = 7;
  private static final int LAST_OFFSET = 14;
  private static final ZoneId EASTERN = ZoneId.of("America/New_York");
  private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");
  private static final ZoneId MOUNTAIN = ZoneId.of("America/Denver");
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final ZoneId ALASKA = ZoneId.of("America/Anchorage");
  private static final ZoneId MIDDLE_EUROPE = ZoneId.of("Europe/Berlin");

  /** "EST" is written in summer too, and means the time that clocks show in the east. */
  private static final Map<String, ZoneId> ZONES =
      Map.ofEntries(
          Map.entry("z", ZoneOffset.UTC),
          Map.entry("utc", ZoneOffset.UTC),
          Map.entry("gmt", ZoneOffset.UTC),
          Map.entry("et", EASTERN),
          Map.entry("est", EASTERN),
          Map.entry("edt", EASTERN),
          Map.entry("ct", CENTRAL),
          Map.entry("cst", CENTRAL),
          Map.entry("cdt", CENTRAL),
          Map.entry("mt", MOUNTAIN),
          Map.entry("mst", MOUNTAIN),
          Map.entry("mdt", MOUNTAIN),
          Map.entry("pt", PACIFIC),
          Map.entry("pst", PACIFIC),
          Map.entry("pdt", PACIFIC),
          Map.entry("cet", MIDDLE_EUROPE),
          Map.entry("cest", MIDDLE_EUROPE),
          Map.entry("mez", MIDDLE_EUROPE),
          Map.entry("mesz", MIDDLE_EUROPE),
          Map.entry("eastern", EASTERN),
          Map.entry("central", CENTRAL),
          Map.entry("mountain", MOUNTAIN),
          Map.entry("pacific", PACIFIC),
          Map.entry("arizona", ZoneId.of("America/Phoenix")),
          Map.entry("akst", ALASKA),
          Map.entry("akdt", ALASKA),
          Map.entry("hst", ZoneId.of("Pacific/Honolulu")),
          Map.entry("ast", ZoneId.of("America/Halifax")),
          Map.entry("adt", ZoneId.of("America/Halifax")),
          Map.entry("nst", ZoneId.of("America/St_Johns")),
          Map.entry("ndt", ZoneId.of("America/St_Johns")),
          Map.entry("wet", ZoneId.of("Europe/Lisbon")),
          Map.entry("eet", ZoneId.of("Europe/Athens")),
          Map.entry("eest", ZoneId.of("Europe/Athens")),
          Map.entry("aest", ZoneId.of("Australia/Sydney")),
          Map.entry("aedt", ZoneId.of("Australia/Sydney")),
          Map.entry("awst", ZoneId.of("Australia/Perth")),
          Map.entry("nzst", ZoneId.of("Pacific/Auckland")),
          Map.entry("nzdt", ZoneId.of("Pacific/Auckland")),
          Map.entry("bst", ZoneId.of("Europe/London")));

  /** Far from any customer, or that of several countries: which hour it was, nobody can tell. */
  private static final Set<String> UNCLEAR_ZONES =
      Set.of("ist gst msk jst kst sgt hkt pht wib brt art clt".split(" "));

  /** What a cell of its own says, or null when it is no time or could be two. */
  static TimeOfDay ofCell(String text) {
    String plain = Text.plainSigns(text).toLowerCase(Locale.ROOT);
    Matcher m = MILITARY.matcher(plain);
    if (m.matches()) {
      return at(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), 0, null);
    }
    m = PART_OF_DAY.matcher(plain);
    if (m.matches()) {
      return ofPart(m.group(1));
    }
    TimeOfDay time = ofRest(WITHOUT_COLON.matcher(plain).replaceFirst("$1:$2"));
    DateText date = time == null ? DateText.of(text) : null;
    return date == null ? time : ofRest(date.rest());
  }

  /**
   * The first of the two times of a window, in whole hours too: "8 - 10"; null when it is none, or
   * could be in the night.
   */
  static LocalTime beginOfWindow(String text) {
    TimeOfDay exact = ofCell(text);
    if (exact != null) {
      return exact.zone == null && !exact.endOfDay ? exact.time : null;
    }
    Matcher start = CLOCK.matcher(plain(text));
    TimeOfDay time = start.lookingAt() ? time(start, null, null) : null;
    return time == null || time.time.getHour() < EARLIEST_HOUR ? null : time.time;
  }

  /** The second of the two times of a window; null when there are not two. */
  static LocalTime endOfWindow(String text) {
    String plain = plain(text);
    Matcher start = CLOCK.matcher(plain);
    Matcher end = start.find() ? END.matcher(plain.substring(start.end())) : null;
    if (end == null || !end.matches() || !end.group(AFTER_END).isBlank()) {
      return null;
    }
    TimeOfDay time = time(end, half(end), null);
    return time == null || time.endOfDay ? null : time.time;
  }

  private static String plain(String text) {
    return WITHOUT_COLON
        .matcher(Text.plainSigns(text).toLowerCase(Locale.ROOT).strip())
        .replaceAll("$1:$2");
  }

  /** The nearest minute of a part of a day, as a spreadsheet counts: .375 is 9:00. */
  static TimeOfDay ofPart(String decimals) {
    long minute = Math.round(Double.parseDouble("0." + decimals) * 24 * 60);
    return at((int) (minute / 60), (int) (minute % 60), 0, null);
  }

  /** What follows a date, or null when it is no time or could be two. */
  static TimeOfDay ofRest(String text) {
    String rest = text.toLowerCase(Locale.ROOT);
    if (NOON.matcher(rest).lookingAt()) {
      return at(HALF_DAY, 0, 0, null);
    }
    boolean joined = JOINED.matcher(rest).lookingAt();
    Matcher start = CLOCK.matcher(rest);
    if (!start.find()) {
      return null;
    }
    String after = rest.substring(start.end());
    ZoneId zone = zone(after, joined || start.group(3) != null);
    Matcher named = ZONE.matcher(after);
    if (zone == null && named.matches() && UNCLEAR_ZONES.contains(named.group(1))) {
      return null;
    }
    String half = half(start);
    Matcher end = END.matcher(after);
    if (zone == null && end.matches()) {
      String last = half(end);
      if (half == null && last != null && hour(start) <= HALF_DAY) {
        half = beginsIn(start, end, last);
      }
      zone = zone(end.group(AFTER_END), false);
    }
    boolean exact = start.group(2) != null || start.group(4) != null;
    return exact || half != null ? time(start, half, zone) : null;
  }

  /** A window of "1 - 3 PM" begins in the afternoon, one of "11 - 1 PM" in the morning. */
  private static String beginsIn(Matcher start, Matcher end, String half) {
    if (half.equals("a") && hour(end) == HALF_DAY) {
      // "10 - 12 AM" is meant to end at noon: nobody is visited until midnight.
      return half;
    }
    int begins = minuteOfDay(start, half);
    int ends = minuteOfDay(end, half);
    return begins < ends ? half : half.equals("p") ? "a" : "p";
  }

  private static int minuteOfDay(Matcher m, String half) {
    int minute = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
    return (hour(m) % HALF_DAY + (half.equals("p") ? HALF_DAY : 0)) * 60 + minute;
  }

  private static int hour(Matcher m) {
    return Integer.parseInt(m.group(1));
  }

  private static String half(Matcher m) {
    return m.group(5) != null ? m.group(5) : m.group(6);
  }

  private static TimeOfDay time(Matcher m, String half, ZoneId zone) {
    int hour = hour(m);
    int minute = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
    int second = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    if (half != null && hour <= HALF_DAY) {
      hour = hour % HALF_DAY + (half.equals("p") ? HALF_DAY : 0);
    } else if (half != null && half.equals("a")) {
      return null;
    }
    return at(hour, minute, second, zone);
  }

  private static TimeOfDay at(int hour, int minute, int second, ZoneId zone) {
    if (hour == 24 && minute == 0 && second == 0) {
      return new TimeOfDay(LocalTime.MIDNIGHT, true, zone);
    }
    return hour < 24 ? new TimeOfDay(LocalTime.of(hour, minute, second), false, zone) : null;
  }

  /**
   * The zone that follows a time.
   *
   * @param precise whether the time is written as machines do; elsewhere "10:00-12:00" is a window
   */
  private static ZoneId zone(String text, boolean precise) {
    Matcher m = OFFSET.matcher(text);
    if (m.matches()) {
      boolean plain = ":".equals(m.group(4)) || m.group(5) == null;
      boolean window = m.group(2).equals("-") && plain && !precise && m.group(1) == null;
      int hours = Integer.parseInt(m.group(3));
      int minutes = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
      if (!window && hours <= LAST_OFFSET && minutes < 60) {
        int sign = m.group(2).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
      }
    }
    m = NAMED_ZONE.matcher(text);
    if (m.matches()) {
      return named(m.group(1), m.group(2));
    }
    m = ZONE.matcher(text);
    return m.matches() ? ZONES.get(m.group(1)) : null;
  }

  /** America/New_York, or null when there is none of this name. */
  private static ZoneId named(String area, String city) {
    String id =
        CAPITAL.matcher(area + "/" + city).replaceAll(it -> it.group().toUpperCase(Locale.ROOT));
    return ZoneId.getAvailableZoneIds().contains(id) ? ZoneId.of(id) : null;
  }

  /** When it is on a day, in the company's zone. */
  ZonedDateTime on(LocalDate day, ZoneId company) {
    LocalDate actual = endOfDay ? day.plusDays(1) : day;
    return actual.atTime(time).atZone(zone == null ? company : zone).withZoneSameInstant(company);
  }
}
