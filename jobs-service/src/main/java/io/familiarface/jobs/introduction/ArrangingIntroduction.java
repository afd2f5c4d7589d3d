package io.familiarface.jobs.introduction;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.technician.Presence;
import io.familiarface.jobs.technician.Suitability;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Bookings;
import io.familiarface.jobs.visit.Introductions;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitPublisher;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Two are to meet a customer together, at a visit of whom they know. */
@ApplicationScoped
public class ArrangingIntroduction {
  private final Introductions introductions;
  private final Visits visits;
  private final Agreements agreements;
  private final Technicians technicians;
  private final Bookings bookings;
  private final VisitPublisher publisher;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;

  ArrangingIntroduction(
      Introductions introductions,
      Visits visits,
      Agreements agreements,
      Technicians technicians,
      Bookings bookings,
      VisitPublisher publisher,
      AuditTrail audit,
      CompanyCalendar calendar) {
    this.introductions = introductions;
    this.visits = visits;
    this.agreements = agreements;
    this.technicians = technicians;
    this.bookings = bookings;
    this.publisher = publisher;
    this.audit = audit;
    this.calendar = calendar;
  }

  /**
   * Holds the hour for both, in place of what was arranged for the visit before.
   *
   * @param comes the visit of whoever comes next
   * @param joint the one before it, at which both are
   * @param override why whoever comes next may be there outside of their hours; null if they may
   *     not
   * @return the id of the introduction
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when whoever comes next is away or
   *     elsewhere then, or doesn't work, 422 when these two visits introduce nobody
   */
  @Transactional
  public UUID arrange(Ref comes, Ref joint, String override) {
    Pair pair = lock(comes, joint);
    pair.before.requirePlanned();
    requireToIntroduce(pair.visit, pair.before);
    requireFree(pair.visit, pair.before, override);
    publisher.overridden(pair.before, override);
    return write(pair.visit, pair.before);
  }

  /** The same, unless the visit before is over, or whoever comes next can't be there then. */
  @Transactional
  public void arrangeWherePossible(Ref comes, Ref joint) {
    Pair pair = lock(comes, joint);
    if (pair.before.isPlanned()
        && pair.before.isAhead(calendar)
        && isFree(pair.visit.technicianId(), pair.before)) {
      requireToIntroduce(pair.visit, pair.before);
      write(pair.visit, pair.before);
    }
  }

  private record Pair(Visit visit, Visit before) {}

  private Pair lock(Ref comes, Ref joint) {
    Bookings.Held held = bookings.holdTechniciansOf(comes);
    Stream.of(visits.agreementOf(comes), visits.agreementOf(joint))
        .distinct()
        .sorted()
        .forEach(agreement -> agreements.lock(Ref.of(agreement)));
    Visit visit = visits.get(comes);
    Visit before = visits.get(joint);
    held.requireOf(visit);
    visit.requirePlanned();
    return new Pair(visit, before);
  }

  private boolean isFree(UUID successor, Visit before) {
    Presence presence = technicians.presence(successor, before.scheduledOn());
    return presence.isThere()
        && presence.works(timeOf(before))
        && bookings.isFree(successor, before.id(), before.scheduledAt(), before.timeSaid());
  }

  private LocalTime timeOf(Visit visit) {
    return visit.timeSaid() ? calendar.timeOf(visit.scheduledAt()) : null;
  }

  private UUID write(Visit visit, Visit before) {
    UUID id = introductions.arrange(visit, before, Instants.toMicros(calendar.now()));
    audit.changed(
        "introduction.arranged",
        "introduction",
        id,
        visit.customerId(),
        null,
        Map.of("visitId", visit.id(), "jointVisitId", before.id()));
    return id;
  }

  private void requireToIntroduce(Visit visit, Visit before) {
    if (visit.technicianId() == null) {
      throw JobsProblem.NOBODY_TO_INTRODUCE.at(
          "/visitId", "Nobody is assigned to this visit. Assign whoever comes first.");
    }
    if (before.technicianId() == null || before.technicianId().equals(visit.technicianId())) {
      throw JobsProblem.NOBODY_TO_INTRODUCE.at(
          "/jointVisitId", "Somebody else has to make this visit, to introduce whoever comes.");
    }
    if (!before.customerId().equals(visit.customerId())) {
      throw JobsProblem.NOBODY_TO_INTRODUCE.at(
          "/jointVisitId", "This visit is another customer's.");
    }
    if (!before.scheduledAt().isBefore(visit.scheduledAt())) {
      throw JobsProblem.NOBODY_TO_INTRODUCE.at(
          "/jointVisitId", "It has to be before the visit of whoever is introduced.");
    }
  }

  private void requireFree(Visit visit, Visit before, String override) {
    Presence successor = technicians.presence(visit.technicianId(), before.scheduledOn());
    successor.requireEmployed("/jointVisitId");
    if (!successor.isThere()) {
      throw JobsProblem.TECHNICIAN_ABSENT.because(
          "%s is away on that day. Choose another visit.".formatted(successor.name()));
    }
    if (override == null && !successor.works(timeOf(before))) {
      throw Suitability.outsideHours(successor.name(), timeOf(before));
    }
    if (before.timeSaid()) {
      bookings.requireFree(
          visit.technicianId(), successor.name(), before.id(), before.scheduledAt());
    }
  }
}
