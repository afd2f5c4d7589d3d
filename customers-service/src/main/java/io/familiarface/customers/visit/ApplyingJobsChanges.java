package io.familiarface.customers.visit;

import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.customer.MergedCustomers;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Follows who came to whom, as much at a time as was told at a time. A visit that is the newest of
 * its agreement costs one step; a late or corrected one walks that agreement again. What was
 * applied before changes nothing.
 */
@ApplicationScoped
class ApplyingJobsChanges {
  private final Database database;
  private final MergedCustomers merged;
  private final VisitCopies visits;
  private final AgreementCopies agreements;
  private final Event<TechniciansChanged> changed;

  ApplyingJobsChanges(
      Database database,
      MergedCustomers merged,
      VisitCopies visits,
      AgreementCopies agreements,
      Event<TechniciansChanged> changed) {
    this.database = database;
    this.merged = merged;
    this.visits = visits;
    this.agreements = agreements;
    this.changed = changed;
  }

  void apply(List<JobsChange> changes) {
    Set<UUID> customers =
        changes.stream()
            .map(JobsChange::customerId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (customers.isEmpty()) {
      return;
    }
    RoundTrip trip = database.roundTrip().bind("customers", customers);
    var locked = Customers.lock(trip);
    var knownVisits = VisitCopies.byId(trip, TechnicianTimeline.visitIds(changes));
    var knownAgreements = AgreementCopies.byId(trip, TechnicianTimeline.agreementIds(changes));
    trip.send();
    Set<UUID> present = Set.copyOf(locked.all());
    if (!present.containsAll(customers)) {
      List<JobsChange> mapped = ofSurvivors(changes);
      if (!mapped.equals(changes)) {
        apply(mapped);
        return;
      }
    }
    var timeline = new TechnicianTimeline(knownVisits.get(), knownAgreements.get());
    changes.stream().filter(one -> present.contains(one.customerId())).forEach(timeline::apply);
    if (!timeline.toWalkAgain().isEmpty()) {
      timeline.walkAgain(visits.completedOf(timeline.toWalkAgain()));
    }
    write(timeline);
  }

  /** jobs-service may have told this before it heard that two customers are one. */
  private List<JobsChange> ofSurvivors(List<JobsChange> changes) {
    Map<UUID, UUID> survivors =
        merged.survivors(
            changes.stream()
                .map(JobsChange::customerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return changes.stream()
        .map(
            one ->
                one.customerId() != null && survivors.containsKey(one.customerId())
                    ? one.ofCustomer(survivors.get(one.customerId()))
                    : one)
        .toList();
  }

  private void write(TechnicianTimeline timeline) {
    RoundTrip trip = database.roundTrip();
    if (!timeline.changedVisits().isEmpty()) {
      VisitCopies.write(trip, timeline.changedVisits());
    }
    if (!timeline.changedAgreements().isEmpty()) {
      AgreementCopies.write(trip, timeline.changedAgreements());
    }
    if (timeline.affected().isEmpty()) {
      trip.send();
    } else {
      changed.fire(new TechniciansChanged(timeline.affected(), trip));
    }
  }

  /** Those of whom a visit or an agreement is known. */
  Set<UUID> customers() {
    Set<UUID> known = new HashSet<>(visits.customers());
    known.addAll(agreements.customers());
    return known;
  }

  /** Has everybody decide by the visits as they are now, be there none left. */
  void decideAnew(Collection<UUID> customerIds) {
    RoundTrip trip = database.roundTrip().bind("customers", customerIds);
    var present = Customers.lock(trip);
    trip.send();
    if (!present.all().isEmpty()) {
      changed.fire(new TechniciansChanged(Set.copyOf(present.all()), database.roundTrip()));
    }
  }

  /** Forgets everything about customers who were erased. */
  void forget(Collection<UUID> customerIds) {
    RoundTrip trip = database.roundTrip().bind("customers", customerIds);
    VisitCopies.forget(trip);
    AgreementCopies.forget(trip);
    trip.send();
  }
}
