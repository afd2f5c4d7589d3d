package io.familiarface.jobs.project;

import io.familiarface.database.Database;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerErased;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import java.util.function.Function;

/** The projects. */
@ApplicationScoped
class Projects implements PanacheRepositoryBase<Project, UUID> {
  private final Database database;

  Projects(Database database) {
    this.database = database;
  }

  /** The project named in a path. */
  Project get(Ref ref) {
    Reference reference = Reference.of(ref);
    return (reference.id() != null
            ? findByIdOptional(reference.id())
            : find("externalId", reference.externalId()).<Project>firstResultOptional())
        .orElseThrow(() -> missing(ref));
  }

  /** As it stands in the database now, and nobody else changes it until the transaction ends. */
  Project lock(Ref ref) {
    Reference reference = Reference.of(ref);
    return (reference.id() != null
            ? findByIdOptional(reference.id(), LockModeType.PESSIMISTIC_WRITE)
            : find("externalId", reference.externalId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<Project>firstResultOptional())
        .orElseThrow(() -> missing(ref));
  }

  /**
   * As {@link #lock(Ref)}, of one that was read before and is no longer kept; what the running
   * transaction has changed of it is flushed. Only so it can be given a new version once more.
   */
  Project lock(Project read) {
    getEntityManager().detach(read);
    return lock(Ref.of(read.id));
  }

  /** Gives the project a new version though only its steps changed. */
  void touch(Project project) {
    getEntityManager().lock(project, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  boolean isTaken(String externalId) {
    return externalId != null && count("externalId", externalId) > 0;
  }

  private static RuntimeException missing(Ref ref) {
    return JobsProblem.NO_SUCH_PROJECT.because("There is no project %s.".formatted(ref));
  }

  /** Newest first. */
  Page<ProjectSummary> page(String externalId, Ref customer, PageRequest page) {
    var list =
        database
            .list(
                """
                select p.*, c.name as customer_name from project p
                left join %s c on c.id = p.customer_id\
                """
                    .formatted(CustomerCopies.SUMMARIES))
            .where("p.external_id = :externalId", "externalId", externalId);
    CustomerCopies.narrow(list, "p.customer_id", customer);
    page.after().ifPresent(key -> list.before("p.id", key.uuid(0)));
    return Page.of(
        list.list(ProjectSummary.class, "p.id desc", page.limit() + 1),
        page,
        project -> Key.of(project.id()),
        Function.identity());
  }

  /** Waits for whoever adds a step or a link to one of them. */
  private void lockOf(UUID customer) {
    database
        .sql("select id from project where customer_id = :customer order by id for update")
        .bind("customer", customer)
        .list(UUID.class);
  }

  /** Who was there and what it was about could name them. */
  void forget(@Observes @Priority(CustomerMerged.PROJECTS) CustomerErased erased) {
    lockOf(erased.customerId());
    database
        .roundTrip()
        .update(
            """
            update project_step set title = 'Erased', what_to_expect = null
            where project_id in (select id from project where customer_id = :customer)\
            """)
        .update(
            """
            update project set title = 'Erased', walked_through_with = null
            where customer_id = :customer\
            """)
        .update(
            """
            delete from project_link
            where project_id in (select id from project where customer_id = :customer)\
            """)
        .bind("customer", erased.customerId())
        .send();
  }

  void move(@Observes @Priority(CustomerMerged.PROJECTS) CustomerMerged merged) {
    lockOf(merged.from());
    update("customerId = ?1 where customerId = ?2", merged.into(), merged.from());
  }
}
