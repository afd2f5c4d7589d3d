package io.familiarface.jobs.cancellation;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.VisitPublisher;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  CancellingAgreement(
      Agreements agreements,
      Cancellations cancellations,
      Visits visits,
      VisitPublisher visitPublisher,
      JobsFeeds feeds,
      AuditTrail audit,
      BusinessTime businessTime,
      CompanyCalendar calendar,
      Caller caller) {
    this.agreements = agreements;
    this.cancellations = cancellations;
    this.visits = visits;
    this.visitPublisher = visitPublisher;
    this.feeds = feeds;
    this.audit = audit;
    this.businessTime = businessTime;
    this.calendar = calendar;
    this.caller = caller;
  }

  @Transactional
  Cancellation cancel(Ref ref, NewCancellation request) {
    Agreement agreement = agreements.lock(ref);
    if (!agreement.isActive()) {
      throw JobsProblem.ALREADY_CANCELLED.because(
          "This agreement was cancelled at %s already.".formatted(agreement.cancelledAt()));
    }
    Instant at = Instants.toMicros(businessTime.ofFact(request.cancelledAt(), "/cancelledAt"));
    return cancel(agreement, at, request.reason(), request.words(), request.letter());
  }

  /** Ends an agreement that runs or is still to begin, in the running transaction. */
  private Cancellation cancel(
      Agreement agreement, Instant at, CancellationReason reason, String words, String letter) {
    Cancellation cancellation = create(agreement, at, reason, words, letter);
    cancellations.persist(cancellation);
    end(agreement, cancellation, null);
    return cancellation;
  }

  /** One that is yet to be written, and told of when the agreement has ended. */
  Cancellation create(
      Agreement agreement, Instant at, CancellationReason reason, String words, String letter) {
    Instant start = calendar.startOf(agreement.startsOn());
    if (at.isBefore(start) && !start.isAfter(calendar.now())) {
      throw JobsProblem.BEFORE_THE_START.at(
          "/cancelledAt",
          "The agreement began on %s. It can't have been cancelled before that."
              .formatted(agreement.startsOn()));
    }
    return Cancellation.create(
        agreement.id(), at, reason, words, letter, caller.name(), calendar.now());
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
    // Only the reason may be another one: the agreement has a new revision all the same.
    agreements.touch(agreement);
    end(agreement, cancellation, before);
  }

  private void end(Agreement agreement, Cancellation cancellation, CancellationView before) {
    end(
        List.of(new Ending(agreement, cancellation, before)),
        visits.plannedAfter(agreement.id(), cancellation.cancelledAt));
  }

  /**
   * An agreement that ends, or whose end is corrected.
   *
   * @param before what was recorded of the end; null if it had none
   */
  record Ending(Agreement agreement, Cancellation cancellation, CancellationView before) {}

  /**
   * Ends agreements, which reach the database together.
   *
   * @param planned their visits yet to come, and maybe some before
   */
  void end(List<Ending> endings, List<Visit> planned) {
    Map<UUID, List<Visit>> byAgreement =
        planned.stream().collect(Collectors.groupingBy(Visit::agreementId));
    Map<UUID, List<VisitPublisher.Change>> withdrawn = new HashMap<>();
    for (Ending ending : endings) {
      UUID id = ending.agreement().id();
      ending.agreement().cancel(ending.cancellation().cancelledAt);
      for (Visit visit : byAgreement.getOrDefault(id, List.of())) {
        if (visit.scheduledAt().isAfter(ending.cancellation().cancelledAt)) {
          withdrawn
              .computeIfAbsent(id, first -> new ArrayList<>())
              .add(new VisitPublisher.Change(visit, visit.snapshot()));
          visit.withdraw();
        }
      }
    }
    agreements.flush();
    for (Ending ending : endings) {
      withdrawn
          .getOrDefault(ending.agreement().id(), List.of())
          .forEach(one -> visitPublisher.saved(one.visit(), "visit.withdrawn", one.before()));
      tell(ending);
    }
  }

  private void tell(Ending ending) {
    Agreement agreement = ending.agreement();
    Cancellation cancellation = ending.cancellation();
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
        ending.before(),
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
