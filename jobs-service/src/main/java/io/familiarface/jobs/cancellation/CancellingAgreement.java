package io.familiarface.jobs.cancellation;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.agreement.Agreements.Ended;
import io.familiarface.jobs.visit.VisitPublisher;
import io.familiarface.jobs.visit.VisitPublisher.Change;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A customer leaves. What was said is kept; the visits to come are withdrawn. */
@ApplicationScoped
class CancellingAgreement {
  private final Agreements agreements;
  private final Cancellations cancellations;
  private final Visits visits;
  private final VisitPublisher visitPublisher;
  private final JobsFeeds feeds;
  private final AuditTrail audit;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;
  private final Caller caller;
  private final Database database;

  CancellingAgreement(
      Agreements agreements,
      Cancellations cancellations,
      Visits visits,
      VisitPublisher visitPublisher,
      JobsFeeds feeds,
      AuditTrail audit,
      BusinessTime businessTime,
      CompanyCalendar calendar,
      Caller caller,
      Database database) {
    this.agreements = agreements;
    this.cancellations = cancellations;
    this.visits = visits;
    this.visitPublisher = visitPublisher;
    this.feeds = feeds;
    this.audit = audit;
    this.businessTime = businessTime;
    this.calendar = calendar;
    this.caller = caller;
    this.database = database;
  }

  @Transactional
  Cancellation cancel(Ref ref, NewCancellation request) {
    if (request.reason() == CancellationReason.LET_GO && !caller.isManager()) {
      throw CommonProblem.FORBIDDEN.because(
          "A manager or an admin says that the company lets somebody go: propose it in"
              + " customers-service.");
    }
    Agreement agreement = agreements.lock(ref);
    if (!agreement.isActive()) {
      throw JobsProblem.ALREADY_CANCELLED.because(
          "This agreement was cancelled at %s already.".formatted(agreement.cancelledAt()));
    }
    Instant at = Instants.toMicros(businessTime.ofFact(request.cancelledAt(), "/cancelledAt"));
    Cancellation cancellation =
        create(
            agreement.id(),
            agreement.startsOn(),
            at,
            request.reason(),
            request.words(),
            request.letter());
    end(List.of(cancellation));
    return cancellation;
  }

  /** One that is yet to be written, and told of when the agreement has ended. */
  Cancellation create(
      UUID agreementId,
      LocalDate startsOn,
      Instant at,
      CancellationReason reason,
      String words,
      String letter) {
    Instant start = calendar.startOf(startsOn);
    if (at.isBefore(start) && !start.isAfter(calendar.now())) {
      throw JobsProblem.BEFORE_THE_START.at(
          "/cancelledAt",
          "The agreement began on %s. It can't have been cancelled before that."
              .formatted(startsOn));
    }
    return Cancellation.create(
        agreementId, at, reason, words, letter, caller.name(), calendar.now());
  }

  /**
   * Ends agreements that run or are still to begin, all at once and past the session, and tells of
   * them in this order.
   *
   * @param made each to be written, of another agreement
   */
  void end(List<Cancellation> made) {
    Map<UUID, Instant> ends = new LinkedHashMap<>();
    made.forEach(cancellation -> ends.put(cancellation.agreementId, cancellation.cancelledAt));
    RoundTrip trip = database.roundTrip();
    Rows<Ended> rows = agreements.end(trip, ends);
    // Refused where somebody else has just ended one of them, which is not among the rows then.
    cancellations.insert(trip, made);
    trip.send();
    Map<UUID, Ended> ended =
        rows.all().stream().collect(Collectors.toMap(Ended::id, Function.identity()));
    Map<UUID, List<Change>> withdrawn =
        visits.withdrawAfter(ends).stream()
            .collect(Collectors.groupingBy(change -> change.visit().agreementId()));
    for (Cancellation cancellation : made) {
      UUID id = cancellation.agreementId;
      visitPublisher.saved(withdrawn.getOrDefault(id, List.of()), "visit.withdrawn");
      tell(ended.get(id), cancellation, null);
    }
  }

  /** Corrects what was recorded of an agreement's end, in the running transaction. */
  void correct(
      Agreement agreement,
      Cancellation cancellation,
      Instant at,
      CancellationReason reason,
      String words) {
    requireSameSideOfStart(agreement, cancellation.cancelledAt, at);
    CancellationView before = CancellationView.of(cancellation);
    cancellation.update(at, reason, words);
    agreement.cancel(at);
    // Only the reason may be another one: the agreement has a new revision all the same.
    agreements.touch(agreement);
    agreements.flush();
    visitPublisher.saved(visits.withdrawAfter(Map.of(agreement.id(), at)), "visit.withdrawn");
    tell(Ended.of(agreement), cancellation, before);
  }

  private void tell(Ended agreement, Cancellation cancellation, CancellationView before) {
    Instant at = cancellation.cancelledAt;
    feeds.job(
        "agreement.cancelled",
        agreement.customerId(),
        at,
        new AgreementCancelled(
            agreement.id(),
            agreement.customerId(),
            calendar.startOf(agreement.startsOn()),
            at,
            cancellation.reason,
            agreement.version()));
    audit.changed(
        "agreement.cancelled",
        "agreement",
        agreement.id(),
        agreement.customerId(),
        before,
        CancellationView.of(cancellation));
  }

  /** Who hears the feed has forgotten an agreement that never began, and keeps one that did. */
  private void requireSameSideOfStart(Agreement agreement, Instant before, Instant at) {
    Instant start = calendar.startOf(agreement.startsOn());
    if (at.isBefore(start) != before.isBefore(start)) {
      throw JobsProblem.BEFORE_THE_START.at(
          "/cancelledAt",
          before.isBefore(start)
              ? "The agreement was cancelled before it began on %s. It can't be cancelled later."
                  .formatted(agreement.startsOn())
              : "The agreement began on %s. It can't have been cancelled before that."
                  .formatted(agreement.startsOn()));
    }
  }
}
