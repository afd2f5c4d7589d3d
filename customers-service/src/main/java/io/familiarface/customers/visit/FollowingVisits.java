package io.familiarface.customers.visit;

import io.familiarface.customers.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * Follows who came to whom. A visit that is the newest of its agreement costs one step; a late or
 * corrected one walks that agreement again. What was taken in before changes nothing.
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

  void agreed(AgreementEvent event) {
    if (!customers.hold(event.customerId())) {
      return;
    }
    AgreementCopy agreement = agreement(event.agreementId(), event.customerId());
    if (agreement.revision < event.revision() && agreement.become(event)) {
      walkAnew(agreement);
    }
  }

  void cancelled(AgreementEvent event) {
    if (!customers.hold(event.customerId())) {
      return;
    }
    AgreementCopy agreement = agreement(event.agreementId(), event.customerId());
    if (agreement.revision < event.revision()) {
      agreement.cancelled(event);
    }
  }

  void visit(VisitEvent event, VisitState state) {
    if (!customers.hold(event.customerId())) {
      return;
    }
    VisitCopy visit = entities.find(VisitCopy.class, event.visitId());
    boolean isNew = visit == null;
    if (isNew) {
      visit = new VisitCopy(event.visitId());
    } else if (visit.revision >= event.revision()) {
      return;
    }
    boolean wasCompleted = visit.isCompleted();
    visit.become(event, state);
    if (isNew) {
      entities.persist(visit);
    }
    if (visit.agreementId != null && (wasCompleted || visit.isCompleted())) {
      walk(visit, wasCompleted);
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

  private void walk(VisitCopy visit, boolean wasCompleted) {
    AgreementCopy agreement = agreement(visit.agreementId, visit.customerId);
    if (wasCompleted || !agreement.comesAfterAllOthers(visit)) {
      walkAnew(agreement);
    } else if (agreement.walkOn(visit)) {
      changed.fire(new TechniciansChanged(agreement.customerId));
    }
  }

  private void walkAnew(AgreementCopy agreement) {
    agreement.startAnew();
    entities
        .createQuery(
            """
            from VisitCopy v
            where v.agreementId = :agreement and v.state = COMPLETED
            order by v.completedAt, v.id""",
            VisitCopy.class)
        .setParameter("agreement", agreement.id)
        .getResultList()
        .forEach(agreement::walkOn);
    changed.fire(new TechniciansChanged(agreement.customerId));
  }

  /** The agreement, or a blank one that its own event will fill in. */
  private AgreementCopy agreement(UUID id, UUID customerId) {
    AgreementCopy known = entities.find(AgreementCopy.class, id);
    if (known != null) {
      return known;
    }
    var blank = new AgreementCopy(id, customerId);
    entities.persist(blank);
    return blank;
  }
}
