package io.familiarface.jobs.substitute;

import io.familiarface.jobs.technician.Absence;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.jobs.technician.Employment;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Bookings;
import io.familiarface.jobs.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who works here, when they are away, and where they are to be, in four queries. */
@ApplicationScoped
public class Rosters {
  /** Who left longer ago is not thought of any more, not even to be refused. */
  private static final int REMEMBERED_DAYS = 90;

  private final Technicians technicians;
  private final Absences absences;
  private final Visits visits;
  private final Bookings bookings;

  Rosters(Technicians technicians, Absences absences, Visits visits, Bookings bookings) {
    this.technicians = technicians;
    this.absences = absences;
    this.visits = visits;
    this.bookings = bookings;
  }

  /** For the days from one to the other, by name; needs a running transaction. */
  public List<RosterEntry> between(LocalDate from, LocalDate until) {
    List<Technician> known = technicians.notLeftBy(from.minusDays(REMEMBERED_DAYS));
    Map<UUID, List<RosterEntry.Away>> away =
        absences.between(from, until).stream()
            .collect(
                Collectors.groupingBy(
                    Absence::technicianId, Collectors.mapping(Rosters::away, Collectors.toList())));
    List<UUID> ids = known.stream().map(Technician::id).toList();
    Map<UUID, List<RosterEntry.AtStep>> steps =
        bookings.steps(ids, from, until).stream()
            .collect(
                Collectors.groupingBy(
                    Bookings.AtStep::technicianId,
                    Collectors.mapping(
                        step ->
                            new RosterEntry.AtStep(
                                step.projectId(), step.startsOn(), step.endsOn()),
                        Collectors.toList())));
    Map<UUID, List<RosterEntry.Booking>> booked =
        visits.bookings(ids, from, until).stream()
            .collect(
                Collectors.groupingBy(
                    Visits.Booking::technicianId,
                    Collectors.mapping(Rosters::booking, Collectors.toList())));
    return known.stream()
        .map(
            one ->
                entry(
                    one,
                    away.getOrDefault(one.id(), List.of()),
                    booked.getOrDefault(one.id(), List.of()),
                    steps.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static RosterEntry entry(
      Technician one,
      List<RosterEntry.Away> away,
      List<RosterEntry.Booking> booked,
      List<RosterEntry.AtStep> steps) {
    return new RosterEntry(
        one.id(),
        one.externalId(),
        one.branch(),
        new HashSet<>(one.skills()),
        one.certificates(),
        new Employment(one.name(), one.hiredOn(), one.leftOn()),
        one.workingHours(),
        away,
        booked,
        steps);
  }

  private static RosterEntry.Booking booking(Visits.Booking one) {
    return new RosterEntry.Booking(one.visitId(), one.at(), one.timeSaid());
  }

  private static RosterEntry.Away away(Absence absence) {
    return new RosterEntry.Away(absence.kind(), absence.fromOn(), absence.untilOn());
  }
}
