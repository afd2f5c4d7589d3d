package io.familiarface.jobs.notice;

import io.familiarface.database.Database;
import io.familiarface.rest.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The notices of steps of projects: made by whoever changes one after the walk-through. */
@ApplicationScoped
public class StepNotices {
  /** SQL, for a join: the steps of which the customer does not know who comes now. */
  public static final String UNTOLD_PERSONS =
      """
      (select project_id, step from notice where step is not null and state in ('OPEN', 'FAILED')
         and technician_id is distinct from known_technician_id)\
      """;

  private final Database database;
  private final NoticeSettings settings;

  StepNotices(Database database, NoticeSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /**
   * A step is other than the customer was told.
   *
   * @param knownAt when it was to begin as far as the customer knows, {@code at} when it will
   * @param knownUntil its last day as far as they know, {@code until} as it is
   */
  public record StepChange(
      UUID projectId,
      int step,
      UUID customerId,
      UUID knownTechnicianId,
      Instant knownAt,
      LocalDate knownUntil,
      UUID technicianId,
      Instant at,
      LocalDate until,
      Instant madeAt) {}

  /** A step as it is: who comes, when it begins, and its last day. */
  public record StepNow(int step, UUID technicianId, Instant at, LocalDate until) {}

  /**
   * Somebody told the customer of steps as they are.
   *
   * @param at when the customer was told
   * @param asOf of what has changed since, they were not
   */
  public void told(UUID projectId, List<StepNow> steps, Instant at, Instant asOf) {
    database
        .sql(
            """
            update notice set state = 'TOLD', told_at = :at, technician_id = said.technician_id,
              scheduled_at = said.scheduled_at, until_on = said.until_on, version = version + 1
            from unnest(cast(:steps as int[]), cast(:technicians as uuid[]),
              cast(:times as timestamptz[]), cast(:days as date[]))
              as said (number, technician_id, scheduled_at, until_on)
            where project_id = :project and step = said.number and state <> 'TOLD'
              and made_at <= :asOf
            """)
        .bind("project", projectId)
        .bind("at", at)
        .bind("asOf", asOf)
        .bindColumn("steps", steps, StepNow::step)
        .bindColumn("technicians", steps, StepNow::technicianId)
        .bindColumn("times", steps, StepNow::at)
        .bindColumn("days", steps, StepNow::until)
        .update();
  }

  /** How a step is as far as a customer knows who has not been told of its change. */
  public Optional<StepNow> known(UUID projectId, int step) {
    return database
        .sql(
            """
            select step, known_technician_id as technician_id, known_at as at, known_until as until
            from notice
            where project_id = :project and step = :step and state in ('OPEN', 'FAILED')
            """)
        .bind("project", projectId)
        .bind("step", step)
        .first(StepNow.class);
  }

  /**
   * Makes the notice, or says the one there is anew, in the running transaction; none where the
   * step is again as the customer knows it.
   */
  public void changed(StepChange change) {
    database
        .roundTrip()
        .update(
            """
            insert into notice (id, project_id, step, customer_id, known_technician_id, known_at,
              known_until, technician_id, scheduled_at, until_on, made_at, due_at, state)
            values (:id, :project, :step, :customer, cast(:known as uuid), :knownAt, :knownUntil,
              cast(:technician as uuid), :at, :until, :madeAt, :dueAt, 'OPEN')
            on conflict (project_id, step) do update set
              known_technician_id = case when notice.state in ('SENT', 'TOLD')
                then excluded.known_technician_id else notice.known_technician_id end,
              known_at = case when notice.state in ('SENT', 'TOLD')
                then excluded.known_at else notice.known_at end,
              known_until = case when notice.state in ('SENT', 'TOLD')
                then excluded.known_until else notice.known_until end,
              technician_id = excluded.technician_id, scheduled_at = excluded.scheduled_at,
              until_on = excluded.until_on,
              made_at = excluded.made_at, due_at = excluded.due_at, state = 'OPEN',
              sent_at = null, told_at = null, told_how = null, told_by = null, failure = null,
              version = notice.version + 1
            """)
        .update(
            """
            delete from notice where project_id = :project and step = :step and state = 'OPEN'
              and scheduled_at = known_at and until_on = known_until
              and technician_id is not distinct from known_technician_id
            """)
        .bind("id", Ids.next())
        .bind("project", change.projectId())
        .bind("step", change.step())
        .bind("customer", change.customerId())
        .bind("known", change.knownTechnicianId())
        .bind("knownAt", change.knownAt())
        .bind("knownUntil", change.knownUntil())
        .bind("technician", change.technicianId())
        .bind("at", change.at())
        .bind("until", change.until())
        .bind("madeAt", change.madeAt())
        .bind("dueAt", change.at().minus(settings.period()))
        .send();
  }
}
