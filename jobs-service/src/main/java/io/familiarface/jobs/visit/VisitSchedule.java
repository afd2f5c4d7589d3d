package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.technician.Technicians;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/** The visits of one person in a span of time, with all that a calendar says of them. */
@ApplicationScoped
public class VisitSchedule {
  /** More than anybody makes or gets in the span of a calendar. */
  private static final int MOST = 2_000;

  /**
   * What goes with each visit is looked up by its id: no plan goes through a whole table for it.
   */
  private static final String SELECT =
      """
      select v.id, v.version, v.state, v.scheduled_at, v.time_said, %s,
        v.technician_id, v.planned_technician_id,
        v.customer_told, v.customer_told_at, v.introduced, v.introduced_at, g.program, t.name as technician_name, t.introduction,
        c.likes_to_be_called, c.address
      from visit v
      cross join lateral (select * from %s g where g.id = v.agreement_id limit 1) g
      left join %s t on t.id = v.technician_id
      left join lateral (select * from %s c where c.id = v.customer_id limit 1) c on true\
      """
          .formatted(
              ArrivalWindow.COLUMNS,
              Agreements.SUMMARIES,
              Technicians.SUMMARIES,
              CustomerCopies.PLACES);

  private static final String OF_TECHNICIAN =
      """
      v.id in (
        select id from visit
        where technician_id = :who and scheduled_at >= :from and scheduled_at < :to
        union all
        select id from visit
        where planned_technician_id = :who and technician_id is distinct from planned_technician_id
          and scheduled_at >= :from and scheduled_at < :to)""";

  private final Database database;

  VisitSchedule(Database database) {
    this.database = database;
  }

  /**
   * @param introduction two sentences about who comes
   */
  public record Entry(
      UUID id,
      long version,
      VisitState state,
      Instant scheduledAt,
      boolean timeSaid,
      @Nested("window") ArrivalWindow arrivalWindow,
      UUID technicianId,
      UUID plannedTechnicianId,
      @Nested Notice notice,
      String program,
      String technicianName,
      String introduction,
      String likesToBeCalled,
      String address) {

    /** Nobody is to come to it, or came. */
    public boolean isOff() {
      return state == VisitState.WITHDRAWN || state == VisitState.MISSED;
    }

    /** The customer knows who comes: the one who always does, or they have been told. */
    public boolean customerKnowsWho() {
      return technicianId != null
          && (Objects.equals(technicianId, plannedTechnicianId)
              || Boolean.TRUE.equals(notice.toldBefore(scheduledAt)));
    }
  }

  /** Also those that the agreement would have sent this technician to, but somebody else goes. */
  public List<Entry> ofTechnician(UUID technicianId, Instant from, Instant to) {
    return database
        .list(SELECT)
        .where(OF_TECHNICIAN)
        .bind("who", technicianId)
        .bind("from", from)
        .bind("to", to)
        .list(Entry.class, "v.scheduled_at, v.id", MOST);
  }

  public List<Entry> ofCustomer(UUID customerId, Instant from, Instant to) {
    return database
        .list(SELECT)
        .where("v.customer_id = :who", "who", customerId)
        .where("v.scheduled_at >= :from", "from", from)
        .where("v.scheduled_at < :to", "to", to)
        .list(Entry.class, "v.scheduled_at, v.id", MOST);
  }
}
