package io.familiarface.customers.promise;

import io.familiarface.customers.decision.Decision;
import io.familiarface.customers.decision.PromiseState;
import io.familiarface.customers.decision.PromiseTerms;
import io.familiarface.customers.decision.Verdict;
import io.familiarface.customers.visit.DecidingVisits;
import io.familiarface.rest.Ids;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.OptimisticLock;

@Entity
class Promise {

  @Id UUID id;
  @Version long version;
  String externalId;
  UUID customerId;

  @Enumerated(EnumType.STRING)
  PromiseKind kind;

  String text;
  String madeBy;
  Instant madeAt;
  UUID technicianId;
  Instant validUntil;

  @Enumerated(EnumType.STRING)
  PromiseState state = PromiseState.STANDING;

  Instant decidedAt;
  UUID decidedByVisit;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "promise_breach", joinColumns = @JoinColumn(name = "promise_id"))
  @OrderColumn(name = "ordinal")
  @BatchSize(size = 100)
  List<BreachRow> breaches = new ArrayList<>();

  @Enumerated(EnumType.STRING)
  PromiseState verdict;

  Instant verdictAt;
  String verdictBy;
  String verdictReason;

  /** Of the last line of an import; null when there was none. */
  @OptimisticLock(excluded = true)
  Long lineFingerprint;

  protected Promise() {}

  static Promise create(
      UUID customerId, NewPromise details, UUID technicianId, String caller, Instant madeAt) {
    var promise = new Promise();
    promise.id = Ids.next();
    promise.customerId = customerId;
    promise.madeBy = caller;
    promise.madeAt = Instants.toMicros(madeAt);
    promise.update(details, technicianId);
    return promise;
  }

  /** Takes over the words of a promise, and says whether that changed anything. */
  boolean update(NewPromise details, UUID technician) {
    var before = words();
    externalId = details.externalId();
    kind = details.kind();
    text = details.text().strip();
    madeBy = details.madeBy() == null ? madeBy : details.madeBy();
    madeAt = details.madeAt() == null ? madeAt : Instants.toMicros(details.madeAt());
    technicianId = technician;
    validUntil = details.validUntil() == null ? null : Instants.toMicros(details.validUntil());
    if (validUntil != null && !validUntil.isAfter(madeAt)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/validUntil", "A promise ends after it was made (" + madeAt + ").");
    }
    return !Objects.equals(before, words());
  }

  /**
   * Decides by all that is known now, and says whether that changed anything.
   *
   * @param visits what the visits to the customer have been like, asked for what decides a promise
   *     of this kind
   */
  boolean decide(DecidingVisits visits, Instant now) {
    var terms = new PromiseTerms(technicianId, madeAt, validUntil, Verdict.of(verdict, verdictAt));
    Decision before = decision();
    Decision after = kind.decide(customerId, terms, visits, now);
    if (before.equals(after)) {
      return false;
    }
    state = after.state();
    decidedAt = after.decidedAt();
    decidedByVisit = after.decidedByVisit();
    breaches.clear();
    after.breaches().stream().map(BreachRow::from).forEach(breaches::add);
    return true;
  }

  void decideByHand(NewDecision details, String caller, Instant at) {
    verdict = PromiseState.valueOf(details.state().name());
    verdictAt = Instants.toMicros(at);
    verdictBy = caller;
    verdictReason = details.reason();
  }

  Decision decision() {
    return new Decision(
        state, decidedAt, decidedByVisit, breaches.stream().map(BreachRow::breach).toList());
  }

  private List<Object> words() {
    return java.util.Arrays.asList(
        externalId, kind, text, madeBy, madeAt, technicianId, validUntil);
  }
}
