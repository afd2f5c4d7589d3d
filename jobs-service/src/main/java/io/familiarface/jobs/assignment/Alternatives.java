package io.familiarface.jobs.assignment;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.risk.HypotheticalVisit;
import io.familiarface.jobs.technician.Absence;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.jobs.technician.Suitability;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.BusyTime;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.NearbyTimes;
import io.familiarface.jobs.visit.Substitution;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitSettings;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.technicianchange.CompletedVisit;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What else could be done than sending somebody the customer doesn't expect. */
@ApplicationScoped
class Alternatives {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  private final Technicians technicians;
  private final Absences absences;
  private final Visits visits;
  private final VisitSettings settings;
  private final CompanyCalendar calendar;

  Alternatives(
      Technicians technicians,
      Absences absences,
      Visits visits,
      VisitSettings settings,
      CompanyCalendar calendar) {
    this.technicians = technicians;
    this.absences = absences;
    this.visits = visits;
    this.settings = settings;
    this.calendar = calendar;
  }

  /** A way to do it, and the visit it would come to. */
  record Option(Impact.Action action, String text, HypotheticalVisit visit) {
    Impact.Alternative withProbability(BigDecimal probabilityAfter) {
      return new Impact.Alternative(
          action, text, visit.technicianId(), visit.scheduledAt(), probabilityAfter);
    }
  }

  List<Option> to(ProposedAssignment proposed) {
    if (!proposed.outcome().isSubstitution()
        || proposed.change().reason() == ChangeReason.CUSTOMER_REQUEST) {
      return List.of();
    }
    return Stream.of(waitForUsual(proposed), announce(proposed)).flatMap(Optional::stream).toList();
  }

  private Optional<Option> waitForUsual(ProposedAssignment proposed) {
    Visit visit = proposed.visit();
    Technician usual = technicians.findById(visit.plannedTechnicianId());
    List<Absence> away = absences.of(usual.id());
    List<Visits.Booking> booked =
        visits.bookings(
            List.of(usual.id()),
            visit.scheduledOn(),
            visit.scheduledOn().plusDays(UsualTechnicianReturn.PATIENCE_DAYS + 1));
    return UsualTechnicianReturn.firstDayBack(
            visit.scheduledOn(),
            day ->
                usual.isEmployedOn(day)
                    && !usual.hasLostLicenceBy(day)
                    && away.stream().noneMatch(absence -> absence.covers(day))
                    && freeTime(visit, usual, day, booked).isPresent())
        .map(
            day ->
                new Option(
                    Impact.Action.MOVE_VISIT_TO_USUAL_TECHNICIAN,
                    moveText(visit, usual, away, day),
                    new HypotheticalVisit(
                        visit.agreementId(),
                        usual.id(),
                        freeTime(visit, usual, day, booked).orElseThrow(),
                        null,
                        null,
                        null,
                        null)));
  }

  /**
   * The time agreed or the nearest to it at which the technician works, and is at no other visit.
   */
  private Optional<Instant> freeTime(
      Visit visit, Technician usual, LocalDate day, List<Visits.Booking> booked) {
    return NearbyTimes.of(calendar.timeOf(visit.scheduledAt()))
        .filter(time -> Suitability.works(usual.workingHours(), day, time))
        .map(time -> calendar.at(day, time))
        .filter(
            at -> {
              BusyTime busy = BusyTime.of(at, settings.length());
              return booked.stream()
                  .filter(Visits.Booking::timeSaid)
                  .noneMatch(
                      other -> !other.visitId().equals(visit.id()) && busy.covers(other.at()));
            })
        .findFirst();
  }

  private String moveText(Visit visit, Technician usual, List<Absence> away, LocalDate day) {
    boolean awayThen = away.stream().anyMatch(absence -> absence.covers(visit.scheduledOn()));
    return awayThen
        ? "Move the visit to %s, when %s is back.".formatted(DAY.format(day), usual.name())
        : "Move the visit to %s, if %s can come then: no absence is on record."
            .formatted(DAY.format(day), usual.name());
  }

  private Optional<Option> announce(ProposedAssignment proposed) {
    Visit visit = proposed.visit();
    Substitution change = proposed.change();
    CompletedVisit<UUID> completed = proposed.asCompleted();
    if (completed.toldBefore() && completed.introducedBefore()) {
      return Optional.empty();
    }
    return Optional.of(
        new Option(
            Impact.Action.TELL_AND_INTRODUCE_BEFOREHAND,
            "Tell the customer before the visit that %s comes, and introduce %s."
                .formatted(proposed.newcomer().name(), proposed.newcomer().name()),
            new HypotheticalVisit(
                visit.agreementId(),
                change.technicianId(),
                proposed.at(),
                change.reason() == null ? null : change.reason().outside(),
                Objects.toString(change.permanence(), null),
                true,
                true)));
  }
}
