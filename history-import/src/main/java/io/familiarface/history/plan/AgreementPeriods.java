package io.familiarface.history.plan;

import io.familiarface.history.line.AgreementTerms;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.row.ParsedVisit;
import io.familiarface.history.value.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A customer's visits by agreement: one for each program, and another one when the customer is
 * visited more than 30 days after having cancelled. Which one a visit belongs to depends on its own
 * day and the cancellations alone, so that a newer file moves no visit.
 */
final class AgreementPeriods {
  /**
   * @param named whether the file says the program
   * @param cancellation the line that says so, or null
   */
  record Period(
      String key,
      String visitKey,
      String program,
      boolean named,
      List<ParsedVisit> visits,
      ParsedVisit cancellation) {
    LocalDate startsOn() {
      return visits.get(0).day();
    }
  }

  private final Notes notes;

  AgreementPeriods(Notes notes) {
    this.notes = notes;
  }

  /**
   * @param visits of one customer, by day
   */
  List<Period> of(String customerKey, List<ParsedVisit> visits) {
    Map<String, List<ParsedVisit>> programs = new LinkedHashMap<>();
    for (ParsedVisit visit : visits) {
      if (visit.isVisit()) {
        programs.computeIfAbsent(program(visit), key -> new ArrayList<>()).add(visit);
      }
    }
    if (visits.size() >= 5 && programs.size() > 0.8 * visits.size()) {
      ParsedVisit first = visits.get(0);
      notes.add(
          Note.MANY_PROGRAMS,
          first.line(),
          "%s has %d programs in %d visits"
              .formatted(first.name(), programs.size(), visits.size()));
    }
    List<Period> periods = new ArrayList<>();
    programs.forEach(
        (program, list) ->
            addPeriods(customerKey, program, list, cancellations(program, visits), periods));
    return periods;
  }

  private static String program(ParsedVisit visit) {
    return visit.program() == null ? "" : Names.plain(visit.program());
  }

  private void addPeriods(
      String customerKey,
      String program,
      List<ParsedVisit> visits,
      List<ParsedVisit> cancellations,
      List<Period> periods) {
    String base =
        Names.under(customerKey, program.isEmpty() ? "service" : Names.readableKey(program));
    String name =
        visits.stream()
            .map(ParsedVisit::program)
            .filter(Objects::nonNull)
            .reduce((earlier, later) -> later)
            .orElse(AgreementTerms.NO_PROGRAM);
    List<List<ParsedVisit>> spans = new ArrayList<>();
    for (int i = 0; i <= cancellations.size(); i++) {
      spans.add(new ArrayList<>());
    }
    visits.forEach(visit -> spans.get(span(visit.day(), cancellations)).add(visit));
    for (int i = 0; i < spans.size(); i++) {
      ParsedVisit cancellation = i < cancellations.size() ? cancellations.get(i) : null;
      add(base, i + 1, name, spans.get(i), cancellation, periods);
    }
  }

  private void add(
      String base,
      int number,
      String program,
      List<ParsedVisit> visits,
      ParsedVisit cancellation,
      List<Period> periods) {
    boolean valid =
        cancellation != null
            && !visits.isEmpty()
            && !cancellation.cancellation().on().isBefore(visits.get(0).day());
    if (cancellation != null && !valid) {
      notes.add(
          Note.CANCELLED_BEFORE_ANY_VISIT,
          cancellation.line(),
          cancellation.name() + " cancelled on " + cancellation.cancellation().on());
    }
    if (visits.isEmpty()) {
      return;
    }
    if (periods.stream().anyMatch(earlier -> earlier.visitKey().equals(base))) {
      ParsedVisit first = visits.get(0);
      notes.add(Note.CAME_BACK, first.line(), first.name() + " was visited on " + first.day());
    }
    if (valid) {
      visits.stream()
          .filter(visit -> visit.day().isAfter(cancellation.cancellation().on()))
          .forEach(
              late ->
                  notes.add(
                      Note.VISIT_AFTER_CANCELLATION,
                      late.line(),
                      "%s on %s, cancelled on %s"
                          .formatted(late.name(), late.day(), cancellation.cancellation().on())));
    }
    periods.add(
        new Period(
            number == 1 ? base : Names.under(base, String.valueOf(number)),
            base,
            program,
            visits.stream().anyMatch(visit -> visit.program() != null),
            visits,
            valid ? cancellation : null));
  }

  private static int span(LocalDate day, List<ParsedVisit> cancellations) {
    int span = 0;
    while (span < cancellations.size()
        && day.isAfter(
            cancellations.get(span).cancellation().on().plusDays(AgreementTerms.DAYS_OF_NOTICE))) {
      span++;
    }
    return span;
  }

  /** The days of cancellation, each with the last line that states it; days close by are one. */
  private static List<ParsedVisit> cancellations(String program, List<ParsedVisit> visits) {
    TreeMap<LocalDate, ParsedVisit> days = new TreeMap<>();
    for (ParsedVisit visit : visits) {
      // A line that is no visit and names no program says that the customer left altogether.
      boolean altogether = !visit.isVisit() && visit.program() == null;
      if (visit.cancellation() != null && (altogether || program(visit).equals(program))) {
        days.merge(visit.cancellation().on(), visit, AgreementPeriods::withReason);
      }
    }
    List<ParsedVisit> distinct = new ArrayList<>();
    for (ParsedVisit visit : days.values()) {
      int last = distinct.size() - 1;
      if (last >= 0
          && !visit
              .cancellation()
              .on()
              .isAfter(
                  distinct.get(last).cancellation().on().plusDays(AgreementTerms.DAYS_OF_NOTICE))) {
        distinct.set(last, visit);
      } else {
        distinct.add(visit);
      }
    }
    return distinct;
  }

  private static ParsedVisit withReason(ParsedVisit earlier, ParsedVisit later) {
    return later.cancellation().reason() == null ? earlier : later;
  }
}
