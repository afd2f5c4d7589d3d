package io.familiarface.jobs.plan;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.project.StepsToCome;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.job.Jobs;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The plans, and how far each is. */
@ApplicationScoped
class Plans {
  /**
   * SQL: a visit, step or agreement at rest that nobody has decided on, or a visit at which whoever
   * is sent would be introduced, is another since, or the cause is no more.
   */
  private static final String CHANGED =
      """
      (p.kind = 'ABSENCE' and not exists (select from %s a where a.id = p.id)
        or p.kind = 'DEPARTURE' and %s is distinct from p.from_on - 1
        or exists (
        select from plan_item i join %s v on v.id = i.visit_id
        where i.plan_id = p.id and i.decision is null
          and (v.version <> i.item_version or v.state <> 'PLANNED'))
        or exists (
        select from plan_item i join %3$s v on v.id = i.joint_visit_id
        where i.plan_id = p.id and i.decision is null
          and (v.scheduled_at <> i.joint_at or v.technician_id is distinct from p.technician_id
            or v.state not in ('PLANNED', 'COMPLETED')))
        or exists (
        select from plan_item i left join %4$s s on s.id = i.item_id
        where i.plan_id = p.id and i.decision is null and i.project_id is not null
          and s.version is distinct from i.item_version)
        or exists (
        select from plan_item i left join %5$s g on g.id = i.item_id
        where i.plan_id = p.id and i.decision is null and i.project_id is null
          and i.visit_id is null and g.technician_id is distinct from p.technician_id))\
      """
          .formatted(
              Absences.IDS,
              Technicians.LEFT_ON.formatted("p.technician_id"),
              Visits.VERSIONS,
              StepsToCome.VERSIONS,
              Agreements.RESTING);

  private static final String SUMMARIES =
      """
      select p.id, p.external_id, p.kind, p.technician_id, t.name as technician_name,
        p.from_on as "from", p.until_on as until,
        case when p.state = 'PROPOSED' and %s then 'STALE' else p.state end as state,
        (select count(*) from plan_item i where i.plan_id = p.id) as visits,
        (select count(*) from plan_item i where i.plan_id = p.id and i.decision is null)
          as undecided,
        p.made_at, p.solved_at
      from plan p left join %s t on t.id = p.technician_id\
      """
          .formatted(CHANGED, Technicians.SUMMARIES);

  private final Database database;
  private final PlanProposals proposals;
  private final CompanyCalendar calendar;

  Plans(Database database, PlanProposals proposals, CompanyCalendar calendar) {
    this.database = database;
    this.proposals = proposals;
    this.calendar = calendar;
  }

  /** The newest first. */
  Page<PlanSummary> page(PlanFilter filter, PageRequest page) {
    ListQuery list = database.list(SUMMARIES).bind("today", calendar.today());
    Reference.narrow(list, "p.technician_id", filter.technicianId, Technicians.ID_BY_KEY);
    if (filter.state == PlanState.STALE) {
      list.where("(p.state = 'STALE' or p.state = 'PROPOSED' and " + CHANGED + ")");
    } else if (filter.state != null) {
      list.where("p.state = :state", "state", filter.state);
    }
    if (filter.state == PlanState.PROPOSED) {
      list.where("not " + CHANGED);
    }
    if (filter.waiting) {
      list.where("p.state = 'PROPOSED'").where("(p.until_on is null or p.until_on >= :today)");
    }
    page.after().ifPresent(key -> list.before("p.made_at, p.id", key.instant(0), key.uuid(1)));
    return Page.of(
        list.list(PlanSummary.class, "p.made_at desc, p.id desc", page.limit() + 1),
        page,
        one -> Key.of(one.plan().madeAt(), one.plan().id()),
        Function.identity());
  }

  /** By its id, or by the key that another system has for the absence. */
  PlanRow get(Ref ref) {
    return find(ref)
        .orElseThrow(() -> JobsProblem.NO_SUCH_PLAN.because("There is no plan %s.".formatted(ref)));
  }

  /** As it is now, and nobody else decides on it until the transaction ends. */
  PlanRow lock(Ref ref) {
    UUID id = get(ref).id();
    database.sql("select id from plan where id = :id for update").bind("id", id).list(UUID.class);
    return get(Ref.of(id));
  }

  private Optional<PlanRow> find(Ref ref) {
    String named =
        ref.id().isPresent()
            ? "p.id = :ref"
            : "p.id = (select id from plan where external_id = :ref order by made_at desc limit 1)";
    return database
        .sql(
            """
            select p.*, t.name as technician_name, %s as changed, j.done, j.total
            from plan p
            left join %s t on t.id = p.technician_id
            left join %s j on j.id = p.job_id and j.running
            where %s
            """
                .formatted(CHANGED, Technicians.SUMMARIES, Jobs.ROWS, named))
        .bind("today", calendar.today())
        .bind("ref", ref.id().<Object>map(id -> id).orElseGet(() -> ref.externalId().orElseThrow()))
        .first(PlanRow.class);
  }

  /** As the API shows it. */
  PlanView view(Ref ref) {
    PlanRow plan = get(ref);
    return plan.view(proposals.items(plan.id()));
  }
}
