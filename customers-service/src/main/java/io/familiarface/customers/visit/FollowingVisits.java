package io.familiarface.customers.visit;

import io.familiarface.customers.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Follows who came to whom, as much at a time as was told at a time. A visit that is the newest of
 * its agreement costs one step; a late or corrected one walks that agreement again. What was taken
 * in before changes nothing.
 */
@ApplicationScoped
class FollowingVisits {

  private final EntityManager entities;
  private final Customers customers;
  private final Event<TechniciansChanged> changed;

  FollowingVisits(EntityManager entities, Customers customers, Event<TechniciansChanged> changed) {
    this.entities = entities;
    this.customers = customers;
    this.changed = changed;
  }

  void take(List<JobsNews> news) {
    Set<UUID> held =
        customers.hold(
            news.stream()
                .map(JobsNews::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    List<JobsNews> ours = news.stream().filter(one -> held.contains(one.customerId())).toList();
    if (ours.isEmpty()) {
      return;
    }
    WalkingAlong walk = WalkingAlong.load(entities, ours);
    ours.forEach(walk::take);
    Set<UUID> otherThanBefore = walk.finish();
    if (!otherThanBefore.isEmpty()) {
      changed.fire(new TechniciansChanged(otherThanBefore));
    }
  }

  /** Forgets everything about a customer who was erased. */
  void forget(UUID customerId) {
    for (String copy : List.of("VisitCopy", "AgreementCopy")) {
      entities
          .createQuery("delete from " + copy + " where customerId = :customer")
          .setParameter("customer", customerId)
          .executeUpdate();
    }
  }
}
