package io.familiarface.standalone.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** A customer of the demo, and what was agreed: everything that is known when somebody signs. */
record DemoCustomer(
    int number,
    boolean business,
    String name,
    String preferredName,
    String street,
    SampleNames.Locality place,
    Program program,
    int price,
    int week,
    LocalDate signedOn,
    LocalDate firstVisit,
    LocalTime visitAt,
    String technician) {

  private static final int DAYS_OF_HISTORY = 548;

  /** The numbers of an area that nobody has are a hundred. */
  private static final int[] AREA_CODES = {413, 508, 617, 978};

  /** Somebody who signed within the last eighteen months; the longer ago the more of them. */
  static DemoCustomer drawn(
      int number, LocalDate today, Technicians technicians, SeededRandom random) {
    boolean business = random.happens(0.3);
    Program program = random.oneOf(business ? Program.FOR_BUSINESSES : Program.FOR_HOUSEHOLDS);
    LocalDate opened = today.minusDays(DAYS_OF_HISTORY);
    boolean early = random.happens(0.4);
    LocalDate from = random.day(opened, early ? opened.plusDays(60) : today.minusDays(25));
    return signed(number, business, program, from, today, technicians, random);
  }

  /** Somebody who signed for that program on or soon after that day. */
  static DemoCustomer signed(
      int number,
      boolean business,
      Program program,
      LocalDate from,
      LocalDate today,
      Technicians technicians,
      SeededRandom random) {
    String first = random.oneOf(SampleNames.FIRST_NAMES);
    String last = random.oneOf(SampleNames.LAST_NAMES);
    SampleNames.Locality place = random.oneOf(SampleNames.PLACES);
    int week = random.between(1, 4);
    DayOfWeek on = DayOfWeek.of(random.between(1, 5));
    LocalDate firstVisit = program.cadence().firstDay(from, week, on);
    return new DemoCustomer(
        number,
        business,
        business ? last + "'s " + random.oneOf(SampleNames.TRADES) : first + " " + last,
        first,
        random.between(2, 480) + " " + random.oneOf(SampleNames.STREETS),
        place,
        program,
        random.between(program.leastPrice(), program.mostPrice()),
        week,
        firstVisit.minusDays(random.between(3, 10)),
        firstVisit,
        LocalTime.of(8, 0).plusMinutes(30L * random.between(0, 15)),
        technicians.firstTechnician(place.branch(), firstVisit, random));
  }

  String id() {
    return "C%04d".formatted(number);
  }

  /** Whether they were told that somebody comes between two times of the day. */
  boolean hasWindow() {
    return number % 3 == 1;
  }

  String agreement() {
    return "A%04d".formatted(number);
  }

  String visit(int ordinal) {
    return "V%04d-%03d".formatted(number, ordinal);
  }

  String phone() {
    return "+1 %d 555 %04d".formatted(AREA_CODES[number / 100 % 4], 100 + number % 100);
  }

  String email() {
    String letters = (preferredName + "." + name.replaceAll("'.*", "")).toLowerCase(Locale.ROOT);
    return letters.replaceAll("[^a-z.]", "") + number + "@example.com";
  }

  String rule() {
    return program.cadence().rule(week, firstVisit.getDayOfWeek());
  }
}
