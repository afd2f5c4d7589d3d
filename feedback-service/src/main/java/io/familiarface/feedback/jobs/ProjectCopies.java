package io.familiarface.feedback.jobs;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The local copies of projects and their steps. */
@ApplicationScoped
public class ProjectCopies {
  /** What another package may join. */
  public static final String ROWS = "(select id, customer_id, ends_at from project_copy)";

  /** What another package may join: the steps of all projects. */
  public static final String STEPS = "(select * from project_step_copy)";

  /**
   * SQL: the number of the step that somebody speaks of. Who names a project and no step of it
   * speaks of the one that had ended last; null where none had.
   *
   * @param said an alias for what has {@code project_id} and {@code project_step}
   * @param at the column that says when it was said
   */
  public static String spokenOf(String said, String at) {
    return """
    coalesce(%1$s.project_step, (
          select n.number from %3$s n
          where n.project_id = %1$s.project_id and n.ends_at <= %1$s.%2$s
          order by n.ends_at desc, n.number desc limit 1))\
    """
        .formatted(said, at, STEPS);
  }

  private final Database database;

  ProjectCopies(Database database) {
    this.database = database;
  }

  /** Whose it is, and the numbers of its steps. */
  record Copy(UUID id, UUID customerId, List<Integer> steps) {}

  Optional<Copy> find(UUID id, String externalId) {
    return database
        .list(
            """
            select id, customer_id, array(select number from project_step_copy s
              where s.project_id = p.id order by number) as steps
            from project_copy p\
            """)
        .where("id = :id", "id", id)
        .where("external_id = :externalId", "externalId", externalId)
        .list(Copy.class, "revision desc, id", 1)
        .stream()
        .findFirst();
  }

  Optional<String> title(UUID project, int step) {
    return database
        .sql("select title from project_step_copy where project_id = :project and number = :step")
        .bind("project", project)
        .bind("step", step)
        .first(String.class);
  }

  /** Stores projects, with the round trip, one a project, unless a newer revision is there. */
  void store(Collection<ProjectEvent> projects, RoundTrip trip) {
    if (projects.isEmpty()) {
      return;
    }
    record Step(ProjectEvent project, ProjectEvent.Step step) {}
    List<ProjectEvent> sorted =
        projects.stream().sorted(Comparator.comparing(ProjectEvent::projectId)).toList();
    List<Step> steps =
        sorted.stream()
            .flatMap(project -> project.steps().stream().map(step -> new Step(project, step)))
            .toList();
    trip.bindColumn("projectIds", sorted, ProjectEvent::projectId)
        .bindColumn("projectExternalIds", sorted, ProjectEvent::externalId)
        .bindColumn("projectCustomerIds", sorted, ProjectEvent::customerId)
        .bindColumn("projectEndsAts", sorted, ProjectEvent::endsAt)
        .bindColumn("projectRevisions", sorted, ProjectEvent::revision)
        .bindColumn("stepProjectIds", steps, one -> one.project().projectId())
        .bindColumn("stepRevisions", steps, one -> one.project().revision())
        .bindColumn("stepNumbers", steps, one -> one.step().number())
        .bindColumn("stepTitles", steps, one -> one.step().title())
        .bindColumn("stepTechnicianIds", steps, one -> one.step().technicianId())
        .bindColumn("stepSuppliers", steps, one -> one.step().supplier())
        .bindColumn("stepEndsAts", steps, one -> one.step().endsAt())
        .update(
            """
            insert into project_copy (id, external_id, customer_id, ends_at, revision)
            select * from unnest(
              cast(:projectIds as uuid[]), cast(:projectExternalIds as text[]),
              cast(:projectCustomerIds as uuid[]), cast(:projectEndsAts as timestamptz[]),
              cast(:projectRevisions as bigint[]))
            on conflict (id) do update set
              external_id = excluded.external_id, customer_id = excluded.customer_id,
              ends_at = excluded.ends_at, revision = excluded.revision
            where project_copy.revision < excluded.revision
            """)
        // Steps are never taken out of a project: those of an older telling change nothing.
        .update(
            """
            insert into project_step_copy
              (project_id, number, title, technician_id, supplier, ends_at)
            select told.project_id, number, title, technician_id, supplier, told.ends_at
            from unnest(
              cast(:stepProjectIds as uuid[]), cast(:stepRevisions as bigint[]),
              cast(:stepNumbers as int[]), cast(:stepTitles as text[]),
              cast(:stepTechnicianIds as uuid[]), cast(:stepSuppliers as text[]),
              cast(:stepEndsAts as timestamptz[]))
              as told (project_id, revision, number, title, technician_id, supplier, ends_at)
            join project_copy p on p.id = told.project_id and p.revision = told.revision
            on conflict (project_id, number) do update set
              title = excluded.title, technician_id = excluded.technician_id,
              supplier = excluded.supplier, ends_at = excluded.ends_at
            """);
  }

  List<UUID> customers() {
    return database.sql("select distinct customer_id from project_copy").list(UUID.class);
  }

  void move(UUID from, UUID into) {
    database
        .sql("update project_copy set customer_id = :into where customer_id = :from")
        .bind("from", from)
        .bind("into", into)
        .update();
  }

  void erase(UUID customer) {
    database.sql("delete from project_copy where customer_id = :id").bind("id", customer).update();
  }
}
