package io.familiarface.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.plan.solver.PlanSolver;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan is worth to a company, beside sending whoever is free next. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeededCompanyPlanTest {
  private final PlanSolver solver = new PlanSolver(Duration.ofHours(1), 5);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_what_the_next_free_would_lose_a_plan_saves_two_fifths_and_breaks_no_more_promises(
      long seed) {
    SeededCompany company = new SeededCompany(seed);
    assertThat(company.visits()).isEqualTo(4_000);
    List<SolvedPlan> plans =
        company.plans().stream().map(plan -> plan.solve(solver, spent -> {})).toList();
    assertThat(plans).allSatisfy(plan -> assertThat(plan.items()).hasSize(25));
    long nextFree = plans.stream().mapToLong(plan -> plan.nextFree().expectedLoss()).sum();
    long planned = plans.stream().mapToLong(plan -> plan.plan().expectedLoss()).sum();
    assertThat(planned).isPositive().isLessThanOrEqualTo(nextFree * 6 / 10);
    assertThat(plans)
        .allSatisfy(
            plan -> {
              assertThat(plan.plan().promisesBroken())
                  .isLessThanOrEqualTo(plan.nextFree().promisesBroken());
              assertThat(plan.plan().left()).isLessThanOrEqualTo(plan.nextFree().left());
            });
  }
}
