package io.familiarface.jobs.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** The last assessment of each customer. */
@ApplicationScoped
class RiskCopies {
  private final EntityManager em;

  RiskCopies(EntityManager em) {
    this.em = em;
  }

  void keep(FollowingRisk.Assessed assessed) {
    em.createNativeQuery(
            """
            insert into risk_copy (customer_id, probability, band, flagged, as_of)
            values (:id, :probability, :band, :flagged, :asOf)
            on conflict (customer_id) do update set probability = excluded.probability,
              band = excluded.band, flagged = excluded.flagged, as_of = excluded.as_of
            where risk_copy.as_of <= excluded.as_of
            """)
        .setParameter("id", assessed.customerId())
        .setParameter("probability", assessed.probability())
        .setParameter("band", assessed.band())
        .setParameter("flagged", Boolean.TRUE.equals(assessed.flagged()))
        .setParameter("asOf", assessed.asOf())
        .executeUpdate();
  }

  void forget(UUID customerId) {
    em.createNativeQuery("delete from risk_copy where customer_id = :id")
        .setParameter("id", customerId)
        .executeUpdate();
  }
}
