package io.familiarface.standalone.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** A customer of the demo, and what was agreed: everything that is known when somebody signs. */
record Person(
    int number,
    boolean business,
    String name,
    String preferredName,
    String street,
    Town.Place place,
    Program program,
    int price,
    int week,
    LocalDate signedOn,
    LocalDate firstVisit,
    LocalTime visitAt,
    String technician) {

  private static final int DAYS_OF_HISTORY = 548;

  /** Somebody who signed within the last eighteen months; the longer ago the more of them. */
  static Person drawn(int number, LocalDate today, Crew crew, Draw draw) {
    boolean business = draw.happens(0.3);
    Program program = draw.oneOf(business ? Program.FOR_BUSINESSES : Program.FOR_HOUSEHOLDS);
    LocalDate opened = today.minusDays(DAYS_OF_HISTORY);
    boolean early = draw.happens(0.4);
    LocalDate from = draw.day(opened, early ? opened.plusDays(60) : today.minusDays(25));
    return signed(number, business, program, from, today, crew, draw);
  }

  /** Somebody who signed for that program on or soon after that day. */
  static Person signed(
      int number,
      boolean business,
      Program program,
      LocalDate from,
      LocalDate today,
      Crew crew,
      Draw draw) {
    String first = draw.oneOf(Town.FIRST_NAMES);
    String last = draw.oneOf(Town.LAST_NAMES);
    Town.Place place = draw.oneOf(Town.PLACES);
    int week = draw.between(1, 4);
    DayOfWeek on = DayOfWeek.of(draw.between(1, 5));
    LocalDate firstVisit = program.cadence().firstDay(from, week, on);
    return new Person(
        number,
        business,
        business ? last + "'s " + draw.oneOf(Town.TRADES) : first + " " + last,
        first,
        draw.between(2, 480) + " " + draw.oneOf(Town.STREETS),
        place,
        program,
        draw.between(program.leastPrice(), program.mostPrice()),
        week,
        firstVisit.minusDays(draw.between(3, 10)),
        firstVisit,
        LocalTime.of(8, 0).plusMinutes(30L * draw.between(0, 15)),
        crew.newcomer(place.branch(), firstVisit, draw));
  }

  String id() {
    return "C%04d".formatted(number);
  }

  String agreement() {
    return "A%04d".formatted(number);
  }

  String visit(int ordinal) {
    return "V%04d-%03d".formatted(number, ordinal);
  }

  String phone() {
    return "+1 413 555 %04d".formatted(100 + number % 100);
  }

  String email() {
    String letters = (preferredName + "." + name.replaceAll("'.*", "")).toLowerCase(Locale.ROOT);
    return letters.replaceAll("[^a-z.]", "") + number + "@example.com";
  }

  String rule() {
    return program.cadence().rule(week, firstVisit.getDayOfWeek());
  }
}
