package io.familiarface.history.company;

import io.familiarface.history.Destination;
import io.familiarface.history.company.ImportLines.Visit;
import io.familiarface.history.known.About;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.value.Names;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** Makes the import lines of an agreement's visits. */
final class VisitLines {
  /**
   * @param starter who came first, or null; {@code lastByDay} the last visit of each day
   */
  record Written(String starter, Map<LocalDate, Instant> lastByDay) {
    Instant lastOn(LocalDate day) {
      return lastByDay.get(day);
    }
  }

  private final LineFiles files;
  private final Notes notes;
  private final CompanyDays days;

  VisitLines(LineFiles files, Notes notes, CompanyDays days) {
    this.files = files;
    this.notes = notes;
    this.days = days;
  }

  Written write(Identity identity, String who, Agreements.Period period) throws IOException {
    UsualTechnician usual = new UsualTechnician();
    Map<LocalDate, Integer> perDay = new HashMap<>();
    Map<LocalDate, Instant> lastByDay = new HashMap<>();
    String starter = null;
    for (SeenVisit visit : period.visits()) {
      UsualTechnician.Step step = usual.after(visit);
      int nth = perDay.merge(visit.day(), 1, Integer::sum);
      Instant at = days.visit(visit, nth);
      lastByDay.merge(visit.day(), at, (a, b) -> a.isAfter(b) ? a : b);
      starter = starter == null ? step.came() : starter;
      if (step.settled()) {
        notes.add(Note.NEW_USUAL_TECHNICIAN, visit.line(), visit.name() + " on " + visit.day());
      }
      boolean bare = !identity.given() && !identity.one() && Identities.marks(visit).isEmpty();
      About about =
          About.visit(
              who,
              visit.visitId() != null,
              visit.day(),
              visit.time() != null,
              bare,
              step.settled());
      files.add(Destination.VISITS, visit.line(), line(period, visit, step, nth, at, about));
    }
    return new Written(usual.starter() == null ? starter : usual.starter(), lastByDay);
  }

  private Visit line(
      Agreements.Period period,
      SeenVisit visit,
      UsualTechnician.Step step,
      int nth,
      Instant at,
      About about) {
    return new Visit(
        visit.visitId() != null ? visit.visitId() : key(period, visit, nth),
        period.key(),
        at.toString(),
        visit.outcome().visitState(),
        step.came(),
        step.planned(),
        visit.change().reason(),
        step.permanence(),
        when(visit.change().told(), visit),
        when(visit.change().introduced(), visit),
        answer(visit.change().told(), visit),
        answer(visit.change().introduced(), visit),
        visit.outcome().missedReason(),
        about);
  }

  private static String key(Agreements.Period period, SeenVisit visit, int nth) {
    String day = visit.day().format(DateTimeFormatter.BASIC_ISO_DATE);
    return Names.under(period.visitKey(), nth == 1 ? day : day + "-" + nth);
  }

  /** A day of its own is an instant; the visit's own day only says that it was done. */
  private String when(SeenChange.Notice notice, SeenVisit visit) {
    LocalDate on = notice.on();
    return on == null || on.equals(visit.day()) ? null : days.noticeOn(on).toString();
  }

  private static Boolean answer(SeenChange.Notice notice, SeenVisit visit) {
    return visit.day().equals(notice.on()) ? Boolean.TRUE : notice.yes();
  }
}
