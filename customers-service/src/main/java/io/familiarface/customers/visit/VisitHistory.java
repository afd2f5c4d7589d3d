package io.familiarface.customers.visit;

import io.familiarface.customers.keeping.TechnicianChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** What the visits to a customer have been like. */
@ApplicationScoped
public class VisitHistory {

  private static final String CHANGES =
      "from VisitCopy v where v.customerId = :customer and v.effect is not null ";

  private final EntityManager entities;

  VisitHistory(EntityManager entities) {
    this.entities = entities;
  }

  /** Every visit by somebody other than the then usual technician, oldest first. */
  public List<TechnicianChange> changesOf(UUID customerId) {
    return entities
        .createQuery(CHANGES + "order by v.completedAt, v.id", VisitCopy.class)
        .setParameter("customer", customerId)
        .getResultStream()
        .map(VisitCopy::asChange)
        .toList();
  }

  /** The same for showing, newest first, and not without end. */
  public List<CameInstead> recentChangesOf(UUID customerId, int atMost) {
    return entities
        .createQuery(CHANGES + "order by v.completedAt desc, v.id desc", VisitCopy.class)
        .setParameter("customer", customerId)
        .setMaxResults(atMost)
        .getResultStream()
        .map(CameInstead::from)
        .toList();
  }

  /** The agreements that run, with whom the customer knows as hers. */
  public List<RunningAgreement> runningAgreementsOf(UUID customerId) {
    return entities
        .createQuery(
            """
            from AgreementCopy a
            where a.customerId = :customer and a.cancelledAt is null
            order by a.startsAt, a.id""",
            AgreementCopy.class)
        .setParameter("customer", customerId)
        .getResultStream()
        .map(RunningAgreement::from)
        .toList();
  }

  /** The figures that a company is proud of. */
  public VisitFigures figuresOf(UUID customerId) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    """
                    select count(*) filter (where state = 'COMPLETED'),
                           count(*) filter (where state = 'MISSED'),
                           count(*) filter (where on_time),
                           count(*) filter (where on_time is not null),
                           count(distinct technician_id) filter (where state = 'COMPLETED'),
                           max(completed_at)
                    from visit_copy where customer_id = :customer""")
                .setParameter("customer", customerId)
                .getSingleResult();
    return VisitFigures.from(row);
  }

  /** When the next visit is planned, and who is to come. */
  public List<PlannedVisit> plannedFor(UUID customerId, java.time.Instant from, int atMost) {
    return entities
        .createQuery(
            """
            from VisitCopy v
            where v.customerId = :customer and v.state = PLANNED and v.scheduledAt >= :from
            order by v.scheduledAt, v.id""",
            VisitCopy.class)
        .setParameter("customer", customerId)
        .setParameter("from", from)
        .setMaxResults(atMost)
        .getResultStream()
        .map(v -> new PlannedVisit(v.id, v.scheduledAt, v.technicianId))
        .toList();
  }

  /** A visit to come. */
  public record PlannedVisit(UUID visitId, java.time.Instant scheduledAt, UUID technicianId) {}
}
