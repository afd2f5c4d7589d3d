package io.familiarface.jobs.plan;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.project.StepsToCome;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.jobs.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What plans propose for each visit, step or resting agreement, and what was decided on it. */
@ApplicationScoped
class PlanProposals {
  private final Database database;
  private final Agreements agreements;
  private final StepsToCome steps;
  private final CompanyCalendar calendar;

  PlanProposals(
      Database database, Agreements agreements, StepsToCome steps, CompanyCalendar calendar) {
    this.database = database;
    this.agreements = agreements;
    this.steps = steps;
    this.calendar = calendar;
  }

  /**
   * What of an earlier proposal was carried out or refused stays, before the rest. Where there is
   * nothing to decide on, it is decided.
   */
  void propose(SolvedPlan solved, String words) {
    // A customer who is merged meanwhile is waited for, and whose it is then is written.
    agreements.holdById(
        ids(solved, item -> item.visit().visit().agreementId(), OtherWork::agreementId));
    steps.holdProjects(ids(solved, item -> null, OtherWork::projectId));
    RoundTrip trip = database.roundTrip();
    trip.update(
            """
            update plan set state = case
                when cardinality(cast(:items as uuid[])) > 0 then 'PROPOSED'
                when exists (select from plan_item
                    where plan_id = :plan and decision = 'REFUSED')
                  and not exists (select from plan_item
                    where plan_id = :plan and decision = 'ACCEPTED') then 'REFUSED'
                else 'ACCEPTED' end, solved_at = :at, currency = :currency,
              risk_known = :riskKnown, left_out = :leftOut, loss_now = :lossNow, next_free_loss = :nextFreeLoss,
              plan_loss = :planLoss, next_free_broken = :nextFreeBroken,
              plan_broken = :planBroken, next_free_left = :nextFreeLeft, plan_left = :planLeft,
              words = cast(:words as text), version = version + 1
            where id = :plan and state = 'SOLVING'
            """)
        .update(
            """
            delete from plan_item where plan_id = :plan
              and (decision is null or item_id = any(cast(:items as uuid[])))
            """)
        .update(
            """
            insert into plan_item (plan_id, number, item_id, visit_id, item_version, agreement_id,
              customer_id, proposal, technician_id, scheduled_at, permanence, probability_now,
              probability_after, promises_broken, reason, joint_visit_id, joint_at)
            select :plan, number + (
                select coalesce(max(number) + 1, 0) from plan_item where plan_id = :plan),
              visit_id, visit_id, visit_version, agreement_id, g.customer_id, proposal,
              technician_id, scheduled_at, permanence, probability_now, probability_after,
              cast(broken as uuid[]), reason, joint_visit_id, joint_at
            from unnest(cast(:numbers as int[]), cast(:visits as uuid[]),
              cast(:versions as bigint[]), cast(:agreements as uuid[]), cast(:proposals as text[]),
              cast(:technicians as uuid[]), cast(:times as timestamptz[]),
              cast(:permanences as text[]), cast(:nows as numeric[]),
              cast(:afters as numeric[]), cast(:broken as text[]), cast(:reasons as text[]),
              cast(:jointVisits as uuid[]), cast(:jointTimes as timestamptz[]))
              as item (number, visit_id, visit_version, agreement_id, proposal,
                technician_id, scheduled_at, permanence, probability_now, probability_after,
                broken, reason, joint_visit_id, joint_at)
            join %s g on g.id = agreement_id
            """
                .formatted(Agreements.CUSTOMERS))
        .update(
            """
            insert into plan_item (plan_id, number, item_id, item_version, agreement_id, project_id,
              step, customer_id, proposal, technician_id, scheduled_at, permanence,
              promises_broken, reason)
            select :plan, number + (
                select coalesce(max(number) + 1, 0) from plan_item where plan_id = :plan),
              item_id, item_version, agreement_id, project_id, step,
              coalesce(g.customer_id, p.customer_id), proposal,
              technician_id, scheduled_at, case when agreement_id is not null then 'FOR_GOOD' end,
              cast(broken as uuid[]), reason
            from unnest(cast(:otherNumbers as int[]), cast(:others as uuid[]),
              cast(:otherVersions as bigint[]), cast(:otherAgreements as uuid[]),
              cast(:otherProjects as uuid[]), cast(:otherSteps as int[]),
              cast(:otherProposals as text[]), cast(:otherTechnicians as uuid[]),
              cast(:otherTimes as timestamptz[]), cast(:otherBroken as text[]),
              cast(:otherReasons as text[]))
              as other (number, item_id, item_version, agreement_id, project_id, step,
                proposal, technician_id, scheduled_at, broken, reason)
            left join %s g on g.id = agreement_id
            left join %s p on p.id = project_id
            """
                .formatted(Agreements.CUSTOMERS, StepsToCome.CUSTOMERS))
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
    List<OtherProposal> others = solved.others();
    List<SolvedPlan.Item> items = solved.items();
    trip.bind(
        "items",
        Stream.concat(
                items.stream().map(item -> item.visit().id()),
                others.stream().map(other -> other.work().id()))
            .toList());
    trip.bindColumn("otherNumbers", others, others::indexOf)
        .bindColumn("others", others, of(OtherWork::id))
        .bindColumn("otherVersions", others, of(OtherWork::version))
        .bindColumn("otherAgreements", others, of(OtherWork::agreementId))
        .bindColumn("otherProjects", others, of(OtherWork::projectId))
        .bindColumn("otherSteps", others, of(OtherWork::step))
        .bindColumn("otherProposals", others, OtherProposal::proposal)
        .bindColumn("otherTechnicians", others, OtherProposal::technicianId)
        .bindColumn("otherTimes", others, OtherProposal::at)
        .bindColumn("otherBroken", others, other -> array(other.promisesBroken()))
        .bindColumn("otherReasons", others, OtherProposal::reason);
    trip.bindColumn("numbers", items, SolvedPlan.Item::number)
        .bindColumn("visits", items, item -> item.visit().id())
        .bindColumn("versions", items, item -> item.visit().visit().version())
        .bindColumn("agreements", items, item -> item.visit().visit().agreementId())
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

  private static List<UUID> ids(
      SolvedPlan solved,
      Function<SolvedPlan.Item, UUID> ofVisit,
      Function<OtherWork, UUID> ofOther) {
    return Stream.concat(
            solved.items().stream().map(ofVisit),
            solved.others().stream().map(other -> ofOther.apply(other.work())))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static Function<OtherProposal, Object> of(Function<OtherWork, Object> part) {
    return other -> part.apply(other.work());
  }

  private static String array(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  List<PlanItemRow> items(UUID plan) {
    return database
        .sql(
            """
            select i.*, v.external_id as visit_external_id, c.name as customer_name,
              t.name as technician_name, s.title as step_title
            from plan_item i
            left join %s s on s.id = i.item_id
            left join %s v on v.id = i.visit_id
            left join %s c on c.id = i.customer_id
            left join %s t on t.id = i.technician_id
            where i.plan_id = :plan order by i.number
            """
                .formatted(
                    StepsToCome.VERSIONS,
                    Visits.VERSIONS,
                    CustomerCopies.SUMMARIES,
                    Technicians.SUMMARIES))
        .bind("plan", plan)
        .list(PlanItemRow.class);
  }

  /** Of what somebody has refused what was proposed, and which is as it was. */
  Set<UUID> refused(UUID plan) {
    return Set.copyOf(
        database
            .sql("select item_id from plan_item where plan_id = :plan and decision = 'REFUSED'")
            .bind("plan", plan)
            .list(UUID.class));
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
