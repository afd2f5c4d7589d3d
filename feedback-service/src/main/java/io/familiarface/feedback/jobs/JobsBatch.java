package io.familiarface.feedback.jobs;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a batch of events of jobs-service says. */
final class JobsBatch {
  private final List<SignalChange> changes = new ArrayList<>();
  private final Map<UUID, VisitCopy> visits = new HashMap<>();
  private final Map<UUID, AgreementCopy> agreements = new HashMap<>();
  private final Map<UUID, AgreementCopy.Cancelled> ends = new HashMap<>();

  List<SignalChange> changes() {
    return changes;
  }

  Collection<VisitCopy> visits() {
    return visits.values();
  }

  Collection<AgreementCopy> agreements() {
    return agreements.values();
  }

  Collection<AgreementCopy.Cancelled> ends() {
    return ends.values();
  }

  void started(AgreementEvent agreement) {
    add(agreement.customerId(), agreement.revision(), agreement.started());
    agreements.merge(
        agreement.agreementId(),
        agreement.copy(),
        (one, two) -> one.revision() > two.revision() ? one : two);
  }

  void cancelled(AgreementEvent agreement) {
    add(agreement.customerId(), agreement.revision(), agreement.cancelled());
    ends.merge(
        agreement.agreementId(),
        agreement.end(),
        (one, two) -> one.revision() > two.revision() ? one : two);
  }

  void completed(VisitEvent visit) {
    add(visit.customerId(), visit.revision(), visit.completed());
    copy(visit, VisitCopy.State.OVER);
  }

  void missed(VisitEvent visit) {
    add(visit.customerId(), visit.revision(), visit.missed());
    copy(visit, VisitCopy.State.OVER);
  }

  /** A plan says nothing about what happened; where something had, it has not after all. */
  void planned(VisitEvent visit) {
    withdraw(visit);
    copy(visit, VisitCopy.State.PLANNED);
  }

  void withdrawn(VisitEvent visit) {
    withdraw(visit);
    copy(visit, VisitCopy.State.WITHDRAWN);
  }

  private void add(UUID customer, long revision, Signal signal) {
    changes.add(SignalChange.happened(customer, SignalSource.JOBS, revision, signal));
  }

  private void withdraw(VisitEvent visit) {
    SignalKey key = new SignalKey("visit/" + visit.visitId());
    changes.add(
        SignalChange.withdrawn(visit.customerId(), SignalSource.JOBS, visit.revision(), key));
  }

  private void copy(VisitEvent visit, VisitCopy.State state) {
    VisitCopy copy = VisitCopy.of(visit, state);
    visits.merge(copy.id(), copy, (one, two) -> one.revision() > two.revision() ? one : two);
  }
}
