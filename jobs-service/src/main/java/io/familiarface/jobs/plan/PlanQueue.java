package io.familiarface.jobs.plan;

import io.familiarface.database.Database;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.project.StepsToCome;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The plans that wait to be made. */
@ApplicationScoped
class PlanQueue {
  /** So often it is begun anew when whoever made it was stopped. */
  private static final int ATTEMPTS = 5;

  private final Database database;
  private final CompanyCalendar calendar;

  PlanQueue(Database database, CompanyCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  private record CauseRow(
      UUID id,
      PlanKind kind,
      UUID technicianId,
      LocalDate fromOn,
      LocalDate untilOn,
      ChangeReason changeReason) {}

  /** The next one that waits, locked; those that another copy of us looks at are left to it. */
  Optional<PlanCause> nextWaiting() {
    return database
        .sql(
            """
            select id, kind, technician_id, from_on, until_on, change_reason from plan
            where state = 'SOLVING' order by made_at, id limit 1 for update skip locked
            """)
        .first(CauseRow.class)
        .map(
            row ->
                new PlanCause(
                    row.id, row.kind, row.technicianId, row.fromOn, row.untilOn, row.changeReason));
  }

  void begin(UUID plan, UUID job) {
    database
        .sql("update plan set job_id = :job, attempts = attempts + 1 where id = :id")
        .bind("id", plan)
        .bind("job", job)
        .update();
  }

  /** Whether it has been tried so often that it is not tried again. */
  boolean giveUpIfHopeless(UUID plan) {
    return database
            .sql(
                """
                update plan set state = 'STALE', version = version + 1,
                  words = 'It could not be made, and why has been logged. Ask for a new one.'
                where id = :id and attempts >= :most
                """)
            .bind("id", plan)
            .bind("most", ATTEMPTS)
            .update()
        == 1;
  }

  /**
   * It is to be made anew: all but what was carried out is forgotten, and what was refused of
   * visits, steps and agreements that are as they were.
   */
  void renew(UUID plan) {
    database
        .roundTrip()
        .update(
            """
            delete from plan_item i where i.plan_id = :plan and (i.decision is null
              or i.decision = 'REFUSED' and not (
                exists (select from %s v where v.id = i.item_id and v.version = i.item_version
                  and v.state = 'PLANNED')
                or exists (select from %s s where s.id = i.item_id
                  and s.version = i.item_version)
                or exists (select from %s g where g.id = i.item_id and i.visit_id is null)))
            """
                .formatted(Visits.VERSIONS, StepsToCome.VERSIONS, Agreements.RESTING))
        .update(
            """
            update plan set state = 'SOLVING', attempts = 0, job_id = null, solved_at = null,
              words = null, version = version + 1
            where id = :plan
            """)
        .bind("plan", plan)
        .bind("today", calendar.today())
        .send();
  }
}
