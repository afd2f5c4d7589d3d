package io.familiarface.history.plan;

import io.familiarface.history.line.MatchHints;
import io.familiarface.history.line.PlannedLine;
import io.familiarface.history.line.VisitLine;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.row.ParsedChange;
import io.familiarface.history.row.ParsedVisit;
import io.familiarface.history.value.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the import lines of an agreement's visits. */
final class VisitLines {
  /**
   * @param starter who came first, or null
   * @param lastByDay the last visit of each day
   */
  record OfPeriod(List<PlannedLine> lines, String starter, Map<LocalDate, Instant> lastByDay) {
    Instant lastOn(LocalDate day) {
      return lastByDay.get(day);
    }
  }

  private final Notes notes;
  private final CompanyTime days;

  VisitLines(Notes notes, CompanyTime days) {
    this.notes = notes;
    this.days = days;
  }

  OfPeriod of(CustomerIdentity identity, AgreementPeriods.Period period) {
    SettlingTechnician usual = new SettlingTechnician();
    Map<LocalDate, Integer> perDay = new HashMap<>();
    Map<LocalDate, Instant> lastByDay = new HashMap<>();
    List<PlannedLine> lines = new ArrayList<>();
    String firstNamed = null;
    for (ParsedVisit visit : period.visits()) {
      SettlingTechnician.Step step = usual.after(visit);
      int nth = perDay.merge(visit.day(), 1, Integer::sum);
      Instant at = days.visit(visit, nth);
      lastByDay.merge(visit.day(), at, (a, b) -> a.isAfter(b) ? a : b);
      firstNamed = firstNamed == null ? step.came() : firstNamed;
      if (step.settled()) {
        notes.add(Note.NEW_USUAL_TECHNICIAN, visit.line(), visit.name() + " on " + visit.day());
      }
      boolean nameOnly = !identity.given() && !identity.one() && visit.customer().isNameOnly();
      lines.add(
          new PlannedLine(
              visit.line(),
              line(period, visit, step, nth, at),
              new MatchHints.ForVisit(
                  visit.visitId() != null,
                  visit.day(),
                  visit.time() != null,
                  nameOnly,
                  step.settled())));
    }
    return new OfPeriod(lines, usual.starter() == null ? firstNamed : usual.starter(), lastByDay);
  }

  private VisitLine line(
      AgreementPeriods.Period period,
      ParsedVisit visit,
      SettlingTechnician.Step step,
      int nth,
      Instant at) {
    ParsedChange change = visit.change();
    return new VisitLine(
        visit.visitId() != null ? visit.visitId() : key(period, visit, nth),
        period.key(),
        at,
        visit.arrival().windowMinutes(),
        visit.outcome().visitState(),
        step.came(),
        step.planned(),
        change.reason(),
        step.permanence(),
        when(change.told(), visit),
        when(change.introduced(), visit),
        answer(change.told(), visit),
        answer(change.introduced(), visit),
        days.arrival(visit),
        null,
        visit.outcome().missedReason());
  }

  private static String key(AgreementPeriods.Period period, ParsedVisit visit, int nth) {
    String day = visit.day().format(DateTimeFormatter.BASIC_ISO_DATE);
    return Names.under(period.visitKey(), nth == 1 ? day : day + "-" + nth);
  }

  /** A day of its own is an instant; the visit's own day only says that it was done. */
  private Instant when(ParsedChange.Notice notice, ParsedVisit visit) {
    LocalDate on = notice.on();
    return on == null || on.equals(visit.day()) ? null : days.noticeOn(on);
  }

  private static Boolean answer(ParsedChange.Notice notice, ParsedVisit visit) {
    return visit.day().equals(notice.on()) ? Boolean.TRUE : notice.yes();
  }
}
