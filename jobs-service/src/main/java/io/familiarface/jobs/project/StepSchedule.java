package io.familiarface.jobs.project;

import io.familiarface.database.Database;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.notice.StepNotices;
import io.familiarface.jobs.technician.Technicians;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The steps of one person on some days, with all that a calendar says of them. */
@ApplicationScoped
public class StepSchedule {
  /** More than anybody works on or gets in the span of a calendar. */
  private static final int MOST = 2_000;

  /** What goes with each is looked up by its id: no plan goes through a whole table for it. */
  private static final String SELECT =
      """
      select s.id, s.version, s.number, s.title, p.title as project_title, s.starts_on, s.ends_on,
        s.technician_id is not null and s.walked_through_at is not null and not exists (
          select from %s untold where untold.project_id = s.project_id and untold.step = s.number)
          as customer_knows_who,
        t.name as technician_name, t.introduction, c.likes_to_be_called, c.address
      from project_step s
      cross join lateral (select * from project p where p.id = s.project_id limit 1) p
      left join %s t on t.id = s.technician_id
      left join lateral (select * from %s c where c.id = p.customer_id limit 1) c on true\
      """
          .formatted(StepNotices.UNTOLD_PERSONS, Technicians.SUMMARIES, CustomerCopies.PLACES);

  private final Database database;

  StepSchedule(Database database) {
    this.database = database;
  }

  /**
   * A step.
   *
   * @param customerKnowsWho they were walked through it, and told if somebody else comes since
   * @param introduction two sentences about who comes
   */
  public record Entry(
      UUID id,
      long version,
      int number,
      String title,
      String projectTitle,
      LocalDate startsOn,
      LocalDate endsOn,
      boolean customerKnowsWho,
      String technicianName,
      String introduction,
      String likesToBeCalled,
      String address) {}

  public List<Entry> ofTechnician(UUID technicianId, LocalDate from, LocalDate to) {
    return of("s.technician_id = :who", technicianId, from, to);
  }

  public List<Entry> ofCustomer(UUID customerId, LocalDate from, LocalDate to) {
    return of(
        "s.project_id in (select id from project where customer_id = :who)", customerId, from, to);
  }

  private List<Entry> of(String whose, UUID who, LocalDate from, LocalDate to) {
    return database
        .list(SELECT)
        .where(whose, "who", who)
        .where("s.ends_on >= :from", "from", from)
        .where("s.starts_on < :to", "to", to)
        .list(Entry.class, "s.starts_on, s.id", MOST);
  }
}
