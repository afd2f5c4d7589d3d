package io.familiarface.customers.visit;

import io.familiarface.customers.keeping.TechnicianChange;
import io.familiarface.customers.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** What the visits to a customer have been like. */
@ApplicationScoped
public class VisitHistory {

  /** The agreements that run, with whom the customer (the parameter) knows as hers. */
  public static final Question<RunningAgreement> RUNNING_AGREEMENTS =
      new Question<>(
          """
          select id, program, usual_technician_id from agreement_copy
          where customer_id = ? and cancelled_at is null
          order by starts_at, id""",
          RunningAgreement::from);

  /** The next visits and who is to come; parameters: customer, from when on, how many. */
  public static final Question<PlannedVisit> COMING =
      new Question<>(
          """
          select id, scheduled_at, technician_id from visit_copy
          where customer_id = ? and state = 'PLANNED' and scheduled_at >= ?
          order by scheduled_at, id
          limit ?""",
          PlannedVisit::from);

  /** The latest visits by somebody other than the then usual technician; customer, how many. */
  public static final Question<CameInstead> LATEST_CHANGES =
      new Question<>(
          """
          select id, completed_at, came_instead_of, technician_id, change_reason, permanence,
            customer_told, introduced, effect
          from visit_copy
          where customer_id = ? and effect is not null
          order by completed_at desc, id desc
          limit ?""",
          CameInstead::from);

  /** The figures that a company is proud of; one row. */
  public static final Question<VisitFigures> FIGURES =
      new Question<>(
          """
          select count(*) filter (where state = 'COMPLETED') as completed,
            count(*) filter (where state = 'MISSED') as missed,
            count(*) filter (where on_time) as on_time,
            count(*) filter (where on_time is not null) as punctuality_known,
            count(distinct technician_id) filter (where state = 'COMPLETED') as technicians,
            max(completed_at) as last_at
          from visit_copy where customer_id = ?""",
          VisitFigures::from);

  private final EntityManager entities;

  VisitHistory(EntityManager entities) {
    this.entities = entities;
  }

  /** Every visit by somebody other than the then usual technician, oldest first. */
  public List<TechnicianChange> changesOf(UUID customerId) {
    return entities
        .createQuery(
            """
            from VisitCopy v where v.customerId = :customer and v.effect is not null
            order by v.completedAt, v.id""",
            VisitCopy.class)
        .setParameter("customer", customerId)
        .getResultStream()
        .map(VisitCopy::asChange)
        .toList();
  }
}
