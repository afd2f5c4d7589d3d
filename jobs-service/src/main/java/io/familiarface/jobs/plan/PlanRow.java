package io.familiarface.jobs.plan;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.visit.ChangeReason;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A plan as the table holds it.
 *
 * @param changed whether a visit that nobody has decided on has changed since, or what the plan was
 *     made for is no more
 */
record PlanRow(
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

  void requireMade() {
    if (state == PlanState.SOLVING) {
      throw JobsProblem.PLAN_NOT_READY.because("The plan is being made. Ask again in a moment.");
    }
  }

  void requireUndecided() {
    if (state == PlanState.ACCEPTED || state == PlanState.REFUSED) {
      throw JobsProblem.PLAN_DECIDED.because(
          "This plan was decided on: it is %s.".formatted(state));
    }
  }

  PlanView view(List<PlanItemRow> items) {
    boolean solved = solvedAt != null;
    // The risk is asked of visits: of steps and agreements at rest nobody knows it.
    boolean lossKnown =
        solved && Boolean.TRUE.equals(riskKnown) && items.stream().anyMatch(PlanItemRow::isVisit);
    return new PlanView(
        new PlanHead(
            id,
            externalId,
            kind,
            technicianId,
            technicianName,
            fromOn,
            untilOn,
            shown(),
            madeAt,
            solvedAt),
        progress(),
        why(),
        lossKnown
            ? new PlanView.Losses(money(lossNow), money(nextFreeLoss), money(planLoss))
            : null,
        solved ? new PlanView.PlanCounts(nextFreeBroken, planBroken) : null,
        solved ? new PlanView.PlanCounts(nextFreeLeft, planLeft) : null,
        items.stream().map(PlanItemRow::view).toList());
  }

  private double progress() {
    if (state != PlanState.SOLVING) {
      return 1;
    }
    return total == null || total <= 0 ? 0 : Math.min(0.99, done / total);
  }

  private String why() {
    if (state == PlanState.PROPOSED && changed) {
      return "What it is about has changed since, or nobody is away or leaves then any more. Ask"
          + " for a renewal of the plan.";
    }
    return words;
  }

  private Money money(long cents) {
    return new Money(BigDecimal.valueOf(cents, 2), currency);
  }
}
