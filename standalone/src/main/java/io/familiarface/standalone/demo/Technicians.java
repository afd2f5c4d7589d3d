package io.familiarface.standalone.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The technicians of the company, who is away when, and who came for whom when somebody left. */
final class Technicians {
  /** The last day may be null, and so may be who came in the place of one who left. */
  record Employee(
      String id,
      String name,
      String branch,
      LocalDate hiredOn,
      LocalDate leftOn,
      String successor) {}

  /** Both days included. */
  record Absence(String technician, String kind, LocalDate from, LocalDate until) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /** Who are in the lines of Dorothy's and Grace's story already. */
  static final String ALAN = "T0012";

  static final String BILL = "T0002";

  private static final List<String> ON_HAND = List.of("T0003", "T0004");
  private final LocalDate today;
  private final List<Employee> employees;
  private final List<Absence> absences = new ArrayList<>();

  Technicians(LocalDate today, LocalDate alanLeftOn) {
    this.today = today;
    LocalDate before = today.minusYears(4);
    this.employees =
        List.of(
            new Employee(ALAN, "Alan Reyes", "north", before, alanLeftOn, BILL),
            new Employee(BILL, "Bill Novak", "north", before, null, null),
            new Employee("T0003", "Carl Dunn", "north", before, null, null),
            new Employee("T0004", "Dana Osei", "north", before, null, null),
            new Employee("T0005", "Erin Walsh", "south", before.minusDays(400), null, null),
            new Employee("T0006", "Frank Morales", "south", before, ago(150), "T0013"),
            new Employee("T0007", "Gloria Pham", "south", before.plusDays(90), null, null),
            new Employee("T0008", "Hank Sutter", "south", before.plusDays(300), null, null),
            new Employee("T0009", "Irene Kowalski", "valley", before.minusDays(900), null, null),
            new Employee("T0010", "Jamal Brooks", "valley", before.plusDays(210), null, null),
            new Employee("T0011", "Kevin Doyle", "valley", before, ago(330), "T0014"),
            new Employee("T0001", "Lucia Romero", "valley", before.plusDays(40), null, null),
            new Employee("T0013", "Maya Lindqvist", "south", ago(165), null, null),
            new Employee("T0014", "Nina Castellano", "valley", ago(345), null, null));
    for (int seat = 0; seat < employees.size(); seat++) {
      drawAbsences(employees.get(seat), SeededRandom.of(-1 - seat));
    }
  }

  /** Those who are not in the lines of Dorothy's and Grace's story. */
  List<Employee> others() {
    return employees.subList(4, employees.size());
  }

  List<Absence> absences() {
    return absences;
  }

  /** Whom a customer of that branch gets on that day. */
  String firstTechnician(String branch, LocalDate day, SeededRandom random) {
    return random
        .oneOf(
            employees.stream()
                .filter(each -> each.branch().equals(branch) && works(each, day))
                .toList())
        .id();
  }

  Employee of(String id) {
    return employees.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** Whether somebody who came first would still be coming on that day. */
  boolean hasLeft(String id, LocalDate day) {
    LocalDate last = of(id).leftOn();
    return last != null && day.isAfter(last);
  }

  Absence away(String id, LocalDate day) {
    return absences.stream()
        .filter(each -> each.technician().equals(id) && each.covers(day))
        .findFirst()
        .orElse(null);
  }

  /** Somebody of the branch who is there; null when nobody is. */
  String substitute(String insteadOf, LocalDate day, SeededRandom random) {
    List<Employee> there =
        employees.stream()
            .filter(each -> each.branch().equals(of(insteadOf).branch()))
            .filter(each -> !each.id().equals(insteadOf) && works(each, day))
            .filter(each -> away(each.id(), day) == null)
            .toList();
    return there.isEmpty() ? null : random.oneOf(there).id();
  }

  private static boolean works(Employee employee, LocalDate day) {
    return !day.isBefore(employee.hiredOn())
        && (employee.leftOn() == null || !day.isAfter(employee.leftOn()));
  }

  private void drawAbsences(Employee employee, SeededRandom random) {
    boolean isThereForTheStory = ON_HAND.contains(employee.id()) || employee.id().equals(BILL);
    LocalDate last = isThereForTheStory ? today.minusDays(8) : today.plusDays(60);
    if (employee.leftOn() != null) {
      last = employee.leftOn().minusDays(15);
    }
    LocalDate day =
        latest(today.minusDays(548), employee.hiredOn()).plusDays(random.between(20, 80));
    while (day.isBefore(last.minusDays(14))) {
      boolean vacation = random.happens(0.45);
      LocalDate from = vacation ? monday(day) : weekday(day);
      int days = vacation ? random.oneOf(List.of(4, 4, 11)) : random.between(0, 3);
      absences.add(
          new Absence(employee.id(), vacation ? "VACATION" : "SICK", from, from.plusDays(days)));
      day = from.plusDays(days + random.between(45, 130));
    }
  }

  private LocalDate ago(int days) {
    return today.minusDays(days);
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
  }

  /** The day itself, or the Monday after a weekend. */
  static LocalDate weekday(LocalDate day) {
    return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? monday(day) : day;
  }
}
