package io.familiarface.customers.visit;

import io.familiarface.customers.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
  private final Customers customers;
  private final VisitCopies visits;
  private final AgreementCopies agreements;
  private final Event<TechniciansChanged> changed;

  ApplyingJobsChanges(
      Customers customers,
      VisitCopies visits,
      AgreementCopies agreements,
      Event<TechniciansChanged> changed) {
    this.customers = customers;
    this.visits = visits;
    this.agreements = agreements;
    this.changed = changed;
  }

  void apply(List<JobsChange> changes) {
    Set<UUID> locked =
        customers.lock(
            changes.stream()
                .map(JobsChange::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    List<JobsChange> ours =
        changes.stream().filter(one -> locked.contains(one.customerId())).toList();
    if (ours.isEmpty()) {
      return;
    }
    TechnicianTimeline timeline = TechnicianTimeline.load(visits, agreements, ours);
    ours.forEach(timeline::apply);
    Set<UUID> affected = timeline.finish();
    if (!affected.isEmpty()) {
      // Whoever decides by them reads them by SQL.
      visits.flush();
      changed.fire(new TechniciansChanged(affected));
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
    Set<UUID> present = customers.lock(customerIds);
    if (!present.isEmpty()) {
      visits.flush();
      changed.fire(new TechniciansChanged(present));
    }
  }

  /** Forgets everything about a customer who was erased. */
  void forget(UUID customerId) {
    visits.delete("customerId", customerId);
    agreements.delete("customerId", customerId);
  }
}
