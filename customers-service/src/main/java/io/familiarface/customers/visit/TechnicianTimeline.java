package io.familiarface.customers.visit;

import io.familiarface.customers.visit.JobsChange.AgreementChange;
import io.familiarface.customers.visit.JobsChange.VisitChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who came to the customers of one batch of changes, visit after visit: everything that the batch
 * needs is read at once, and written at once.
 */
final class TechnicianTimeline {
  private final Map<UUID, VisitCopy> visits;
  private final Map<UUID, AgreementCopy> agreements;
  private final Set<UUID> changedVisits = new LinkedHashSet<>();
  private final Set<UUID> changedAgreements = new LinkedHashSet<>();
  private final Set<UUID> toWalkAgain = new LinkedHashSet<>();
  private final Set<UUID> affected = new HashSet<>();

  /** Of what is known of the visits and agreements that the changes are about. */
  TechnicianTimeline(Collection<VisitCopy> visits, Collection<AgreementCopy> agreements) {
    this.visits = byId(visits, VisitCopy::id);
    this.agreements = byId(agreements, AgreementCopy::id);
  }

  private static <T> Map<UUID, T> byId(Collection<T> all, Function<T, UUID> id) {
    return all.stream()
        .collect(Collectors.toMap(id, Function.identity(), (a, b) -> b, HashMap::new));
  }

  static Set<UUID> visitIds(List<JobsChange> changes) {
    return changes.stream()
        .filter(VisitChange.class::isInstance)
        .map(one -> ((VisitChange) one).event().visitId())
        .collect(Collectors.toSet());
  }

  static Set<UUID> agreementIds(List<JobsChange> changes) {
    return changes.stream()
        .map(JobsChange::agreementId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  void apply(JobsChange change) {
    if (change instanceof AgreementChange agreement) {
      apply(agreement.event(), agreement.cancelled());
    } else if (change instanceof VisitChange visit) {
      apply(visit.event(), visit.state());
    }
  }

  /** The agreements that could not be walked on: something changed before their last visit. */
  Set<UUID> toWalkAgain() {
    return toWalkAgain;
  }

  /**
   * Walks these agreements from their beginning.
   *
   * @param completed the completed visits of all of them, as they were before these changes
   */
  void walkAgain(Collection<VisitCopy> completed) {
    completed.forEach(visit -> visits.putIfAbsent(visit.id(), visit));
    for (UUID id : toWalkAgain) {
      AgreementCopy agreement = agreements.get(id);
      update(agreement.restarted());
      visits.values().stream()
          .filter(visit -> visit.isCompleted() && id.equals(visit.agreementId()))
          .sorted(VisitCopy.BY_COMPLETION)
          .toList()
          .forEach(this::advance);
      affected.add(agreement.customerId());
    }
  }

  /** For whom it is not as it was before. */
  Set<UUID> affected() {
    return affected;
  }

  List<VisitCopy> changedVisits() {
    return changedVisits.stream().map(visits::get).toList();
  }

  List<AgreementCopy> changedAgreements() {
    return changedAgreements.stream().map(agreements::get).toList();
  }

  private void apply(AgreementEvent event, boolean cancelled) {
    AgreementCopy agreement = agreement(event.agreementId(), event.customerId());
    if (agreement.revision() >= event.revision()) {
      return;
    }
    if (cancelled) {
      update(agreement.cancelled(event));
    } else {
      update(agreement.updated(event));
      if (!Objects.equals(agreement.technicianId(), event.technicianId())) {
        toWalkAgain.add(agreement.id());
      }
    }
  }

  private void apply(VisitEvent event, VisitState state) {
    VisitCopy known = visits.get(event.visitId());
    if (known != null && known.revision() >= event.revision()) {
      return;
    }
    VisitCopy visit =
        known != null && state == VisitState.WITHDRAWN
            ? known.withdrawn(event)
            : VisitCopy.of(event, state);
    update(visit);
    if (visit.isLate() || (known != null && known.isLate())) {
      affected.add(visit.customerId());
    }
    boolean wasCompleted = known != null && known.isCompleted();
    if (visit.agreementId() != null && (wasCompleted || visit.isCompleted())) {
      walk(visit, wasCompleted);
    }
  }

  private void walk(VisitCopy visit, boolean wasCompleted) {
    AgreementCopy agreement = agreement(visit.agreementId(), visit.customerId());
    if (wasCompleted || !agreement.comesAfterAllOthers(visit)) {
      toWalkAgain.add(agreement.id());
    } else if (advance(visit)) {
      affected.add(agreement.customerId());
    }
  }

  /** One step along the visit's agreement; says whether somebody else than the usual came. */
  private boolean advance(VisitCopy visit) {
    var step = agreements.get(visit.agreementId()).advance(visit);
    update(step.agreement());
    if (!step.visit().equals(visit)) {
      update(step.visit());
    }
    return step.visit().effect() != null;
  }

  private void update(VisitCopy visit) {
    visits.put(visit.id(), visit);
    changedVisits.add(visit.id());
  }

  private void update(AgreementCopy agreement) {
    agreements.put(agreement.id(), agreement);
    changedAgreements.add(agreement.id());
  }

  private AgreementCopy agreement(UUID id, UUID customerId) {
    if (!agreements.containsKey(id)) {
      update(AgreementCopy.blank(id, customerId));
    }
    return agreements.get(id);
  }
}
