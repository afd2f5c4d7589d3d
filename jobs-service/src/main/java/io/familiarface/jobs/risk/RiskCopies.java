package io.familiarface.jobs.risk;

import io.familiarface.database.Database;
import io.familiarface.jobs.CustomerMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/** The last assessment of each customer. */
@ApplicationScoped
public class RiskCopies {
  /** SQL, for a join: the last assessment of each customer. */
  public static final String SUMMARIES =
      "(select customer_id, probability, band, flagged, as_of from risk_copy)";

  private final Database database;

  RiskCopies(Database database) {
    this.database = database;
  }

  /** Each of another customer. */
  void store(List<RiskFollower.Assessed> assessed) {
    database
        .sql(
            """
            insert into risk_copy (customer_id, probability, band, flagged, as_of)
            select * from unnest(cast(:customers as uuid[]), cast(:probabilities as numeric[]),
              cast(:bands as text[]), cast(:flags as boolean[]), cast(:asOf as timestamptz[]))
            on conflict (customer_id) do update set probability = excluded.probability,
              band = excluded.band, flagged = excluded.flagged, as_of = excluded.as_of
            where risk_copy.as_of <= excluded.as_of
            """)
        .bindColumn("customers", assessed, RiskFollower.Assessed::customerId)
        .bindColumn("probabilities", assessed, RiskFollower.Assessed::probability)
        .bindColumn("bands", assessed, RiskFollower.Assessed::band)
        .bindColumn("flags", assessed, one -> Boolean.TRUE.equals(one.flagged()))
        .bindColumn("asOf", assessed, RiskFollower.Assessed::asOf)
        .update();
  }

  List<UUID> customers() {
    return database.sql("select customer_id from risk_copy").list(UUID.class);
  }

  /** The risk of the two is told anew; until then the one stands that is known of the survivor. */
  void move(@Observes CustomerMerged merged) {
    database
        .roundTrip()
        .update(
            """
            update risk_copy set customer_id = :into where customer_id = :from
              and not exists (select from risk_copy where customer_id = :into)\
            """)
        .update("delete from risk_copy where customer_id = :from")
        .bind("from", merged.from())
        .bind("into", merged.into())
        .send();
  }

  void delete(UUID customerId) {
    database.sql("delete from risk_copy where customer_id = :id").bind("id", customerId).update();
  }
}
