package io.familiarface.customers.visit;

import io.familiarface.customers.visit.JobsChange.AgreementChange;
import io.familiarface.customers.visit.JobsChange.VisitChange;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who came to the customers of one batch of changes, visit after visit: everything that the batch
 * needs is read at once.
 */
final class TechnicianTimeline {
  private final VisitCopies visitCopies;
  private final AgreementCopies agreementCopies;
  private final Map<UUID, VisitCopy> visits;
  private final Map<UUID, AgreementCopy> agreements;
  private final Set<AgreementCopy> toWalkAgain = new LinkedHashSet<>();
  private final Set<UUID> affected = new HashSet<>();

  private TechnicianTimeline(
      VisitCopies visitCopies,
      AgreementCopies agreementCopies,
      Map<UUID, VisitCopy> visits,
      Map<UUID, AgreementCopy> agreements) {
    this.visitCopies = visitCopies;
    this.agreementCopies = agreementCopies;
    this.visits = visits;
    this.agreements = agreements;
  }

  static TechnicianTimeline load(
      VisitCopies visits, AgreementCopies agreements, List<JobsChange> changes) {
    Set<UUID> visitIds =
        changes.stream()
            .filter(VisitChange.class::isInstance)
            .map(one -> ((VisitChange) one).event().visitId())
            .collect(Collectors.toSet());
    Set<UUID> agreementIds =
        changes.stream()
            .map(JobsChange::agreementId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new TechnicianTimeline(
        visits, agreements, visits.byId(visitIds), agreements.byId(agreementIds));
  }

  void apply(JobsChange change) {
    if (change instanceof AgreementChange agreement) {
      apply(agreement.event(), agreement.cancelled());
    } else if (change instanceof VisitChange visit) {
      apply(visit.event(), visit.state());
    }
  }

  /** Walks again what could not be walked on; answers for whom it is not as it was before. */
  Set<UUID> finish() {
    toWalkAgain.forEach(this::walkAgain);
    return affected;
  }

  private void apply(AgreementEvent event, boolean cancelled) {
    AgreementCopy agreement = agreement(event.agreementId(), event.customerId());
    if (agreement.revision >= event.revision()) {
      return;
    }
    if (cancelled) {
      agreement.cancel(event);
    } else if (agreement.update(event)) {
      toWalkAgain.add(agreement);
    }
  }

  private void apply(VisitEvent event, VisitState state) {
    VisitCopy visit = visits.get(event.visitId());
    boolean isNew = visit == null;
    if (isNew) {
      visit = new VisitCopy(event.visitId());
    } else if (visit.revision >= event.revision()) {
      return;
    }
    boolean wasCompleted = visit.isCompleted();
    boolean wasLate = visit.isLate();
    visit.update(event, state);
    if (wasLate || visit.isLate()) {
      affected.add(visit.customerId);
    }
    if (isNew) {
      visitCopies.persist(visit);
      visits.put(visit.id, visit);
    }
    if (visit.agreementId != null && (wasCompleted || visit.isCompleted())) {
      walk(visit, wasCompleted);
    }
  }

  private void walk(VisitCopy visit, boolean wasCompleted) {
    AgreementCopy agreement = agreement(visit.agreementId, visit.customerId);
    if (wasCompleted || !agreement.comesAfterAllOthers(visit)) {
      toWalkAgain.add(agreement);
    } else if (agreement.advance(visit)) {
      affected.add(agreement.customerId);
    }
  }

  private void walkAgain(AgreementCopy agreement) {
    agreement.restart();
    visitCopies.completedOf(agreement.id).forEach(agreement::advance);
    affected.add(agreement.customerId);
  }

  /** The agreement, or a blank one that its own event will fill in. */
  private AgreementCopy agreement(UUID id, UUID customerId) {
    return agreements.computeIfAbsent(
        id,
        unknown -> {
          var blank = new AgreementCopy(id, customerId);
          agreementCopies.persist(blank);
          return blank;
        });
  }
}
