package io.familiarface.customers.visit;

import io.familiarface.customers.decision.Breach;
import io.familiarface.customers.decision.Substitution;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * What the visits to a customer have been like. What is added to a round trip is asked about the
 * customer that the trip binds as {@code :customer}.
 */
@ApplicationScoped
public class VisitHistory implements DecidingVisits {
  /** The ids of all technicians who came, are to come, or are usual. */
  public static final String TECHNICIANS_OF_CUSTOMER =
      """
      select usual_technician_id from agreement_copy where customer_id = :customer
      union all select technician_id from visit_copy where customer_id = :customer
      union all select expected_technician_id from visit_copy
        where customer_id = :customer and effect is not null""";

  private static final String SUBSTITUTIONS =
      """
      select customer_id, id as visit_id, agreement_id, completed_at as at, expected_technician_id as "from",
        technician_id as "to", change_reason as reason, permanence, customer_told, introduced, effect
      from visit_copy
      where effect is not null and customer_id =
      """;

  private static final String LATE =
      """
      select customer_id, completed_at as at, id as visit_id from visit_copy
      where state = 'COMPLETED' and not on_time and customer_id =
      """;

  private final Database database;

  VisitHistory(Database database) {
    this.database = database;
  }

  /** As {@link DecidingVisits} has them. */
  @Override
  public List<Substitution> substitutionsOf(UUID customerId) {
    return database
        .sql(SUBSTITUTIONS + " :customer order by completed_at, id")
        .bind("customer", customerId)
        .list(Substitution.class);
  }

  /** As {@link DecidingVisits} has them. */
  @Override
  public List<Breach> lateVisitsOf(UUID customerId) {
    return database
        .sql(LATE + " :customer order by completed_at, id")
        .bind("customer", customerId)
        .list(Breach.class);
  }

  /** Adds both to a round trip that binds {@code :customers}; they are there when it is sent. */
  public static DecidingVisits deciding(RoundTrip trip) {
    record Replaced(UUID customerId, @Nested Substitution visit) {}
    record Late(UUID customerId, @Nested Breach visit) {}
    var replaced =
        trip.query(SUBSTITUTIONS + " any(:customers) order by completed_at, id", Replaced.class);
    var late = trip.query(LATE + " any(:customers) order by completed_at, id", Late.class);
    return new DecidingVisits() {
      @Override
      public List<Substitution> substitutionsOf(UUID customerId) {
        return replaced.all().stream()
            .filter(one -> one.customerId().equals(customerId))
            .map(Replaced::visit)
            .toList();
      }

      @Override
      public List<Breach> lateVisitsOf(UUID customerId) {
        return late.all().stream()
            .filter(one -> one.customerId().equals(customerId))
            .map(Late::visit)
            .toList();
      }
    };
  }

  /** The latest visits by somebody other than the then usual technician, newest first. */
  public static Rows<Substitution> latestSubstitutions(RoundTrip trip, int atMost) {
    return trip.bind("substitutions", atMost)
        .query(
            SUBSTITUTIONS + " :customer order by completed_at desc, id desc limit :substitutions",
            Substitution.class);
  }

  /** The agreements that run, with whom the customer knows as theirs. */
  public static Rows<RunningAgreement> runningAgreements(RoundTrip trip) {
    return trip.query(
        """
        select id as agreement_id, program, usual_technician_id from agreement_copy
        where customer_id = :customer and cancelled_at is null
        order by starts_at, id""",
        RunningAgreement.class);
  }

  /**
   * The next visits and who is to come. With an end to the time, however far, PostgreSQL expects
   * few of them whatever the beginning, and does not make a plan each time.
   */
  public static Rows<PlannedVisit> plannedVisits(RoundTrip trip, Instant from, int atMost) {
    return trip.bind("plannedFrom", from)
        .bind("planned", atMost)
        .query(
            """
            select id as visit_id, scheduled_at, any_time, technician_id, customer_told
            from visit_copy
            where customer_id = :customer and state = 'PLANNED'
              and scheduled_at between :plannedFrom and 'infinity'
            order by scheduled_at, id
            limit :planned""",
            PlannedVisit.class);
  }

  /**
   * Who came since an instant and how often, most visits first, and at any other time. What is
   * called off is missed once its time has come.
   */
  public static Rows<Came> whoCame(RoundTrip trip, Instant since, Instant now) {
    return trip.bind("cameSince", since)
        .bind("cameUntil", now)
        .query(
            """
            select technician_id, count(*) filter (where lately) as visits,
              min(completed_at) filter (where lately) as first_at,
              max(completed_at) filter (where lately) as last_at,
              count(*) filter (where state = 'COMPLETED') as completed,
              count(*) filter (where state = 'MISSED' and missed_at <= :cameUntil) as missed,
              count(*) filter (where on_time) as on_time, count(on_time) as on_time_known,
              max(completed_at) as last_visit_at
            from (
              select technician_id, state, completed_at, missed_at, on_time,
                technician_id is not null
                  and state = 'COMPLETED' and completed_at > :cameSince as lately
              from visit_copy where customer_id = :customer) as visit
            group by technician_id
            order by visits desc, first_at, technician_id""",
            Came.class);
  }
}
