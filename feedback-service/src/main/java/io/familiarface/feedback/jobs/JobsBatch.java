package io.familiarface.feedback.jobs;

import io.familiarface.feedback.history.SignalChange;
import io.familiarface.feedback.history.SignalSource;
import io.familiarface.rest.logging.WithoutWords;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Disengaged;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What a batch of events of jobs-service says. */
final class JobsBatch {
  private static final Logger LOG = Logger.getLogger(JobsBatch.class);

  private final List<SignalChange> changes = new ArrayList<>();
  private final Map<UUID, VisitCopy> visits = new HashMap<>();
  private final Map<UUID, AgreementCopy> agreements = new HashMap<>();
  private final Map<UUID, AgreementCopy.Cancelled> ends = new HashMap<>();
  private final Map<UUID, ProjectEvent> projects = new HashMap<>();

  Set<UUID> customers() {
    return Stream.concat(
            changes.stream().map(SignalChange::customerId),
            projects.values().stream().map(ProjectEvent::customerId))
        .collect(Collectors.toSet());
  }

  /** Forgets what is said of anybody else. */
  void retain(Set<UUID> customers) {
    changes.removeIf(change -> !customers.contains(change.customerId()));
    visits.values().removeIf(visit -> !customers.contains(visit.customerId()));
    agreements.values().removeIf(agreement -> !customers.contains(agreement.customerId()));
    ends.values().removeIf(end -> !customers.contains(end.customerId()));
    projects.values().removeIf(project -> !customers.contains(project.customerId()));
  }

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

  Collection<ProjectEvent> projects() {
    return projects.values();
  }

  void planned(ProjectEvent project) {
    projects.merge(
        project.projectId(), project, (one, two) -> one.revision() > two.revision() ? one : two);
  }

  void started(AgreementEvent agreement) {
    if (agreement.neverBegan()) {
      forget(agreement);
    } else {
      add(
          agreement.customerId(),
          agreement.revision(),
          AgreementStarted.keyOf(agreement.agreementId()),
          agreement::started);
    }
    agreements.merge(
        agreement.agreementId(),
        agreement.copy(),
        (one, two) -> one.revision() > two.revision() ? one : two);
  }

  void cancelled(AgreementEvent agreement) {
    if (agreement.neverBegan()) {
      forget(agreement);
    } else {
      add(
          agreement.customerId(),
          agreement.revision(),
          AgreementCancelled.keyOf(agreement.agreementId()),
          agreement::cancelled);
    }
    ends.merge(
        agreement.agreementId(),
        agreement.end(),
        (one, two) -> one.revision() > two.revision() ? one : two);
  }

  void completed(VisitEvent visit) {
    add(visit.customerId(), visit.revision(), key(visit), visit::completed);
    copy(visit, VisitCopy.State.OVER);
  }

  void missed(VisitEvent visit) {
    add(visit.customerId(), visit.revision(), key(visit), visit::missed);
    copy(visit, VisitCopy.State.OVER);
  }

  void surprised(SurpriseEvent surprise) {
    add(
        surprise.customerId(),
        surprise.revision(),
        new SignalKey("surprise/" + surprise.surpriseId()),
        surprise::signal);
  }

  void disengaged(DisengagementEvent drawn) {
    add(
        drawn.customerId(),
        drawn.revision(),
        Disengaged.keyOf(drawn.disengagementId()),
        drawn::signal);
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

  /** What cannot have been so is as if it had not been told: it stops nothing that comes after. */
  private void add(UUID customer, long revision, SignalKey key, Supplier<Signal> signal) {
    try {
      changes.add(SignalChange.happened(customer, SignalSource.JOBS, revision, signal.get()));
    } catch (NullPointerException | IllegalArgumentException e) {
      LOG.warnf("%s at revision %d is passed over: %s", key, revision, WithoutWords.kind(e));
      changes.add(SignalChange.withdrawn(customer, SignalSource.JOBS, revision, key));
    }
  }

  /** Neither its start nor its end has happened. */
  private void forget(AgreementEvent agreement) {
    for (SignalKey key :
        List.of(
            AgreementStarted.keyOf(agreement.agreementId()),
            AgreementCancelled.keyOf(agreement.agreementId()))) {
      changes.add(
          SignalChange.withdrawn(
              agreement.customerId(), SignalSource.JOBS, agreement.revision(), key));
    }
  }

  private void withdraw(VisitEvent visit) {
    changes.add(
        SignalChange.withdrawn(
            visit.customerId(), SignalSource.JOBS, visit.revision(), key(visit)));
  }

  private static SignalKey key(VisitEvent visit) {
    return new SignalKey("visit/" + visit.visitId());
  }

  private void copy(VisitEvent visit, VisitCopy.State state) {
    VisitCopy copy = VisitCopy.of(visit, state);
    visits.merge(copy.id(), copy, (one, two) -> one.revision() > two.revision() ? one : two);
  }
}
