package io.familiarface.jobs.plan;

import io.familiarface.database.Database;
import io.familiarface.database.ListQuery;
import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.plan.problem.Proposal;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.jobs.visit.Permanence;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Money;
import io.familiarface.rest.Ref;
import io.familiarface.rest.job.Jobs;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The plans and what they propose. */
@ApplicationScoped
class Plans {
  /** So often it is begun anew when whoever made it was stopped. */
  private static final int ATTEMPTS = 5;

  /** SQL: a visit that nobody has decided on is another since, or the absence is no more. */
  private static final String CHANGED =
      """
      (p.kind = 'ABSENCE' and not exists (select from %s a where a.id = p.id) or exists (
        select from plan_item i join %s v on v.id = i.visit_id
        where i.plan_id = p.id and i.decision is null
          and (v.version <> i.visit_version or v.state <> 'PLANNED')))\
      """
          .formatted(Absences.IDS, Visits.VERSIONS);

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
  private final CompanyCalendar calendar;

  Plans(Database database, CompanyCalendar calendar) {
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

  void propose(SolvedPlan solved, String words) {
    RoundTrip trip = database.roundTrip();
    trip.update(
            """
            update plan set state = 'PROPOSED', solved_at = :at, currency = :currency,
              risk_known = :riskKnown, left_out = :leftOut, loss_now = :lossNow, next_free_loss = :nextFreeLoss,
              plan_loss = :planLoss, next_free_broken = :nextFreeBroken,
              plan_broken = :planBroken, next_free_left = :nextFreeLeft, plan_left = :planLeft,
              words = cast(:words as text), version = version + 1
            where id = :plan and state = 'SOLVING'
            """)
        .update("delete from plan_item where plan_id = :plan")
        .update(
            """
            insert into plan_item (plan_id, number, visit_id, visit_version, agreement_id,
              customer_id, proposal, technician_id, scheduled_at, permanence, probability_now,
              probability_after, promises_broken, reason, joint_visit_id, joint_at)
            select :plan, number, visit_id, visit_version, agreement_id, customer_id, proposal,
              technician_id, scheduled_at, permanence, probability_now, probability_after,
              cast(broken as uuid[]), reason, joint_visit_id, joint_at
            from unnest(cast(:numbers as int[]), cast(:visits as uuid[]),
              cast(:versions as bigint[]), cast(:agreements as uuid[]),
              cast(:customers as uuid[]), cast(:proposals as text[]),
              cast(:technicians as uuid[]), cast(:times as timestamptz[]),
              cast(:permanences as text[]), cast(:nows as numeric[]),
              cast(:afters as numeric[]), cast(:broken as text[]), cast(:reasons as text[]),
              cast(:jointVisits as uuid[]), cast(:jointTimes as timestamptz[]))
              as item (number, visit_id, visit_version, agreement_id, customer_id, proposal,
                technician_id, scheduled_at, permanence, probability_now, probability_after,
                broken, reason, joint_visit_id, joint_at)
            """)
        .bind("plan", solved.planId())
        .bind("at", calendar.now())
        .bind("currency", solved.currency())
        .bind("riskKnown", solved.riskKnown())
        .bind("leftOut", solved.leftOut())
        .bind("lossNow", solved.lossNow())
        .bind("nextFreeLoss", solved.nextFree().expectedLoss())
        .bind("planLoss", solved.plan().expectedLoss())
        .bind("nextFreeBroken", solved.nextFree().promisesBroken())
        .bind("planBroken", solved.plan().promisesBroken())
        .bind("nextFreeLeft", solved.nextFree().left())
        .bind("planLeft", solved.plan().left())
        .bind("words", words);
    List<SolvedPlan.Item> items = solved.items();
    trip.bindColumn("numbers", items, SolvedPlan.Item::number)
        .bindColumn("visits", items, item -> item.visit().id())
        .bindColumn("versions", items, item -> item.visit().visit().version())
        .bindColumn("agreements", items, item -> item.visit().visit().agreementId())
        .bindColumn("customers", items, item -> item.visit().visit().customerId())
        .bindColumn("proposals", items, SolvedPlan.Item::proposal)
        .bindColumn("technicians", items, SolvedPlan.Item::technicianId)
        .bindColumn("times", items, SolvedPlan.Item::at)
        .bindColumn("permanences", items, SolvedPlan.Item::permanence)
        .bindColumn("nows", items, SolvedPlan.Item::probabilityNow)
        .bindColumn("afters", items, SolvedPlan.Item::probabilityAfter)
        .bindColumn("broken", items, item -> array(item.promisesBroken()))
        .bindColumn("reasons", items, SolvedPlan.Item::reason)
        .bindColumn("jointVisits", items, SolvedPlan.Item::jointVisitId)
        .bindColumn("jointTimes", items, SolvedPlan.Item::jointAt)
        .send();
  }

  private static String array(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  /**
   * A plan as the table holds it.
   *
   * @param changed whether a visit that nobody has decided on has changed since, or what the plan
   *     was made for is no more
   */
  record Row(
      UUID id,
      String externalId,
      PlanKind kind,
      UUID technicianId,
      String technicianName,
      LocalDate fromOn,
      LocalDate untilOn,
      ChangeReason changeReason,
      PlanState state,
      boolean changed,
      Double done,
      Double total,
      String words,
      Instant madeAt,
      Instant solvedAt,
      String currency,
      Boolean riskKnown,
      Long lossNow,
      Long nextFreeLoss,
      Long planLoss,
      Integer nextFreeBroken,
      Integer planBroken,
      Integer nextFreeLeft,
      Integer planLeft) {

    PlanState shown() {
      return state == PlanState.PROPOSED && changed ? PlanState.STALE : state;
    }
  }

  /** The newest first. */
  Page<PlanSummary> page(PlanFilter filter, PageRequest page) {
    ListQuery list = database.list(SUMMARIES);
    Reference.narrow(list, "p.technician_id", filter.technicianId, Technicians.ID_BY_KEY);
    if (filter.state == PlanState.STALE) {
      list.where("(p.state = 'STALE' or p.state = 'PROPOSED' and " + CHANGED + ")");
    } else if (filter.state != null) {
      list.where("p.state = :state", "state", filter.state);
    }
    if (filter.state == PlanState.PROPOSED) {
      list.where("not " + CHANGED);
    }
    page.after().ifPresent(key -> list.before("p.made_at, p.id", key.instant(0), key.uuid(1)));
    return Page.of(
        list.list(PlanSummary.class, "p.made_at desc, p.id desc", page.limit() + 1),
        page,
        plan -> Key.of(plan.madeAt(), plan.id()),
        Function.identity());
  }

  /** By its id, or by the key that another system has for the absence. */
  Row get(Ref ref) {
    return find(ref)
        .orElseThrow(() -> JobsProblem.NO_SUCH_PLAN.because("There is no plan %s.".formatted(ref)));
  }

  /** Nobody else decides on it until the transaction ends. */
  void lock(UUID id) {
    database.sql("select id from plan where id = :id for update").bind("id", id).list(UUID.class);
  }

  private Optional<Row> find(Ref ref) {
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
        .bind("ref", ref.id().<Object>map(id -> id).orElseGet(() -> ref.externalId().orElseThrow()))
        .first(Row.class);
  }

  /** What a plan proposes for a visit, with the names. */
  record ItemRow(
      int number,
      UUID visitId,
      String visitExternalId,
      long visitVersion,
      UUID agreementId,
      UUID customerId,
      String customerName,
      Proposal proposal,
      UUID technicianId,
      String technicianName,
      Instant scheduledAt,
      Permanence permanence,
      BigDecimal probabilityNow,
      BigDecimal probabilityAfter,
      List<UUID> promisesBroken,
      String reason,
      UUID jointVisitId,
      Instant jointAt,
      PlanView.Decision decision) {

    PlanView.Item view() {
      return new PlanView.Item(
          visitId,
          visitExternalId,
          customerId,
          customerName,
          proposal,
          technicianId,
          technicianName,
          scheduledAt,
          probabilityNow,
          probabilityAfter,
          promisesBroken,
          reason,
          jointVisitId,
          jointAt,
          decision);
    }
  }

  List<ItemRow> items(UUID plan) {
    return database
        .sql(
            """
            select i.*, v.external_id as visit_external_id, c.name as customer_name,
              t.name as technician_name
            from plan_item i
            left join %s v on v.id = i.visit_id
            left join %s c on c.id = i.customer_id
            left join %s t on t.id = i.technician_id
            where i.plan_id = :plan order by i.number
            """
                .formatted(Visits.VERSIONS, CustomerCopies.SUMMARIES, Technicians.SUMMARIES))
        .bind("plan", plan)
        .list(ItemRow.class);
  }

  PlanView view(Row row) {
    boolean solved = row.solvedAt != null;
    return new PlanView(
        row.id,
        row.externalId,
        row.kind,
        row.technicianId,
        row.technicianName,
        row.fromOn,
        row.untilOn,
        row.shown(),
        progress(row),
        why(row),
        row.madeAt,
        row.solvedAt,
        solved && Boolean.TRUE.equals(row.riskKnown)
            ? new PlanView.Losses(
                money(row.lossNow, row.currency),
                money(row.nextFreeLoss, row.currency),
                money(row.planLoss, row.currency))
            : null,
        solved ? new PlanView.PlanCounts(row.nextFreeBroken, row.planBroken) : null,
        solved ? new PlanView.PlanCounts(row.nextFreeLeft, row.planLeft) : null,
        items(row.id).stream().map(ItemRow::view).toList());
  }

  private static double progress(Row row) {
    if (row.state != PlanState.SOLVING) {
      return 1;
    }
    return row.total == null || row.total <= 0 ? 0 : Math.min(0.99, row.done / row.total);
  }

  private static String why(Row row) {
    if (row.shown() == PlanState.STALE && row.words == null) {
      return "Visits have changed since, or the absence is no more. Delete the absence and record"
          + " it again for a new plan.";
    }
    return row.words;
  }

  private static Money money(long cents, String currency) {
    return new Money(BigDecimal.valueOf(cents, 2), currency);
  }

  void decide(UUID plan, Collection<Integer> numbers, PlanView.Decision decision) {
    database
        .sql(
            """
            update plan_item set decision = :decision
            where plan_id = :plan and number = any(:numbers)
            """)
        .bind("plan", plan)
        .bind("numbers", numbers)
        .bind("decision", decision)
        .update();
    database
        .sql(
            """
            update plan set version = version + 1, state = case
              when exists (select from plan_item where plan_id = :plan and decision is null)
                then 'PROPOSED'
              when exists (select from plan_item where plan_id = :plan and decision = 'ACCEPTED')
                then 'ACCEPTED'
              else :decided end
            where id = :plan
            """)
        .bind("plan", plan)
        .bind("decided", decision)
        .update();
  }

  void move(@Observes CustomerMerged merged) {
    database
        .sql("update plan_item set customer_id = :into where customer_id = :from")
        .bind("from", merged.from())
        .bind("into", merged.into())
        .update();
  }
}
