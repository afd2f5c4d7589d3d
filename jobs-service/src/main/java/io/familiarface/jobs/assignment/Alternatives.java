package io.familiarface.jobs.assignment;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.risk.SupposedVisit;
import io.familiarface.jobs.technician.Absence;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.TechnicianChange;
import io.familiarface.jobs.visit.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What else could be done than sending somebody the customer doesn't expect. */
@ApplicationScoped
class Alternatives {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  private final Technicians technicians;
  private final CompanyCalendar calendar;

  Alternatives(Technicians technicians, CompanyCalendar calendar) {
    this.technicians = technicians;
    this.calendar = calendar;
  }

  /** A way to do it, and the visit it would come to. */
  record Idea(Impact.Action action, String text, SupposedVisit visit) {
    Impact.Alternative withProbability(java.math.BigDecimal probabilityAfter) {
      return new Impact.Alternative(
          action, text, visit.technicianId(), visit.scheduledAt(), probabilityAfter);
    }
  }

  List<Idea> to(ProposedAssignment proposed) {
    if (!proposed.isTechnicianChange()
        || proposed.change().reason() == ChangeReason.CUSTOMER_REQUEST) {
      return List.of();
    }
    return Stream.of(waitForUsual(proposed), announce(proposed)).flatMap(Optional::stream).toList();
  }

  private Optional<Idea> waitForUsual(ProposedAssignment proposed) {
    Visit visit = proposed.visit();
    Technician usual = technicians.byId(visit.plannedTechnicianId());
    List<Absence> absences = technicians.absencesOf(usual.id());
    return WaitingForUsual.firstDayBack(
            visit.scheduledOn(),
            day -> usual.isEmployedOn(day) && absences.stream().noneMatch(away -> away.covers(day)))
        .map(
            day -> {
              Instant at = calendar.at(day, calendar.timeOf(visit.scheduledAt()));
              return new Idea(
                  Impact.Action.MOVE_VISIT_TO_USUAL_TECHNICIAN,
                  moveText(visit, usual, absences, day),
                  new SupposedVisit(visit.agreementId(), usual.id(), at, null, null, null, null));
            });
  }

  private String moveText(Visit visit, Technician usual, List<Absence> absences, LocalDate day) {
    boolean awayThen = absences.stream().anyMatch(away -> away.covers(visit.scheduledOn()));
    return awayThen
        ? "Move the visit to %s, when %s is back.".formatted(DAY.format(day), usual.name())
        : "Move the visit to %s, if %s can come then: no absence is on record."
            .formatted(DAY.format(day), usual.name());
  }

  private Optional<Idea> announce(ProposedAssignment proposed) {
    Visit visit = proposed.visit();
    TechnicianChange change = proposed.change();
    boolean announced =
        Boolean.TRUE.equals(change.notice().toldBefore(visit.scheduledAt()))
            && Boolean.TRUE.equals(change.notice().introducedBefore(visit.scheduledAt()));
    if (announced) {
      return Optional.empty();
    }
    return Optional.of(
        new Idea(
            Impact.Action.TELL_AND_INTRODUCE_BEFOREHAND,
            "Tell the customer before the visit that %s comes, and introduce %s."
                .formatted(proposed.newcomer().name(), proposed.newcomer().name()),
            new SupposedVisit(
                visit.agreementId(),
                change.technicianId(),
                visit.scheduledAt(),
                change.reason() == null ? null : change.reason().outside(),
                Objects.toString(change.permanence(), null),
                true,
                true)));
  }
}
