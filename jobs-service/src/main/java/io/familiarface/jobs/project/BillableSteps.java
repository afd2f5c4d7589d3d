package io.familiarface.jobs.project;

import io.familiarface.database.Database;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What an invoice asks of a project. */
@ApplicationScoped
public class BillableSteps {
  private final Database database;

  BillableSteps(Database database) {
    this.database = database;
  }

  /** A project, whom it is for, and its steps in their order. */
  public record Billable(UUID projectId, UUID customerId, List<Step> steps) {}

  public record Step(int number, String title) {}

  private record Owner(UUID id, UUID customerId) {}

  /** Of the project that a request points at; nobody changes it until the transaction ends. */
  public Billable lock(Reference project) {
    Owner owner =
        database
            .sql(
                """
                select id, customer_id from project
                where id = coalesce(cast(:id as uuid),
                  (select id from project where external_id = :externalId))
                for no key update""")
            .bind("id", project.id())
            .bind("externalId", project.externalId())
            .first(Owner.class)
            .orElseThrow(
                () ->
                    JobsProblem.UNKNOWN_PROJECT.at(
                        project.id() == null ? "/projectExternalId" : "/projectId",
                        "There is no project %s.".formatted(project)));
    return new Billable(
        owner.id(),
        owner.customerId(),
        database
            .sql("select number, title from project_step where project_id = :id order by number")
            .bind("id", owner.id())
            .list(Step.class));
  }
}
