package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.feedback.jobs.PlannedVisits;
import io.familiarface.feedback.technician.TechnicianCopies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.Nested;

/** Finds the customers for whose next visit somebody else than usual is planned. */
@ApplicationScoped
class ComingChanges {
  private static final String CHANGED_NEXT_VISITS =
      """
      select v.customer_id, v.id as visit_id, v.scheduled_at, v.any_time, v.technician_id, v.technician_name,
             v.change_reason as reason, v.customer_told, v.introduced
      from unnest(:customers) as c (id)
      cross join %s
      """
          .formatted(changedNextVisit("c.id"));

  private final Database database;
  private final BusinessCalendar calendar;

  ComingChanges(Database database, BusinessCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /**
   * As {@code v}, to be joined: the next visit from {@code :today} on, if somebody else than usual
   * is planned for it, with their name.
   *
   * @param customer the column that names whose
   */
  static String changedNextVisit(String customer) {
    return """
    lateral (
      select next.*,
        (select t.name from %s t where t.id = next.technician_id) as technician_name
      from (
        select * from %s p where p.customer_id = %s
        order by p.scheduled_at limit 1) next
      where next.change_reason not in ('NONE', 'CUSTOMER_REQUEST')) v\
    """
        .formatted(TechnicianCopies.NAMES, PlannedVisits.AHEAD, customer);
  }

  private record OfCustomer(UUID customerId, @Nested ComingChange change) {}

  /** By customer; those whose next visit is as usual are missing from the answer. */
  Map<UUID, ComingChange> of(Collection<UUID> customers, Instant now) {
    if (customers.isEmpty()) {
      return Map.of();
    }
    return database
        .sql(CHANGED_NEXT_VISITS)
        .bind("customers", customers)
        .bind("today", calendar.today(now))
        .list(OfCustomer.class)
        .stream()
        .collect(Collectors.toMap(OfCustomer::customerId, OfCustomer::change, (one, same) -> same));
  }
}
