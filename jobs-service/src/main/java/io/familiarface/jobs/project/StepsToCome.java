package io.familiarface.jobs.project;

import io.familiarface.database.Database;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The steps of projects, for those who see to it that somebody is there. */
@ApplicationScoped
public class StepsToCome {
  /** SQL, for a join: which version of a step there is. */
  public static final String VERSIONS = "(select id, version, title from project_step)";

  /** SQL, for a join: whose the projects are. */
  public static final String CUSTOMERS = "(select id, customer_id from project)";

  private final Database database;
  private final ChangingStep changing;

  StepsToCome(Database database, ChangingStep changing) {
    this.database = database;
    this.changing = changing;
  }

  /** A step on which somebody is to work, and its version. */
  public record Step(
      UUID id,
      long version,
      UUID projectId,
      int number,
      String title,
      UUID customerId,
      UUID technicianId,
      LocalDate startsOn,
      LocalDate endsOn) {}

  /**
   * The steps of a technician on some days, in order of time.
   *
   * @param until the last day; null for no end
   */
  public List<Step> of(UUID technicianId, LocalDate from, LocalDate until, int limit) {
    return database
        .list(
            """
            select s.id, s.version, s.project_id, s.number, s.title, p.customer_id,
              s.technician_id, s.starts_on, s.ends_on
            from project_step s join project p on p.id = s.project_id\
            """)
        .where("s.technician_id = :technician", "technician", technicianId)
        .where("s.ends_on >= :from", "from", from)
        .where("s.starts_on <= :until", "until", until)
        .list(Step.class, "s.starts_on, s.id", limit);
  }

  /** Sees to it that these projects stay their customers' until the transaction ends. */
  public void holdProjects(Collection<UUID> ids) {
    database
        .sql("select id from project where id = any(:ids) order by id for key share")
        .bind("ids", ids)
        .list(UUID.class);
  }

  /**
   * Somebody else works on a step.
   *
   * @param ifMatch the step's version as an entity tag
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 412 when it has changed, 409 when they are
   *     away or at another project then
   */
  public void send(UUID projectId, int number, String ifMatch, UUID technicianId) {
    changing.change(
        Ref.of(projectId), number, ifMatch, details -> details.withTechnician(technicianId));
  }
}
