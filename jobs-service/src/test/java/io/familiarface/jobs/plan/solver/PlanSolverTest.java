package io.familiarface.jobs.plan.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.plan.problem.NextFree;
import io.familiarface.jobs.plan.problem.Option;
import io.familiarface.jobs.plan.problem.PlanProblem;
import io.familiarface.jobs.plan.problem.PlanScore;
import io.familiarface.jobs.plan.problem.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanSolverTest {
  private static final Instant MORNING = Instant.parse("2027-01-04T14:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private final PlanSolver solver = new PlanSolver(Duration.ofHours(1), 20);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void of_eight_visits_no_choice_is_better(long seed) {
    PlanProblem problem = problem(8, 3, new Random(seed));
    assertThat(PlanScore.of(problem, solver.solve(problem, spent -> {})))
        .isEqualTo(best(problem, new ArrayList<>(), null));
  }

  @Test
  void where_the_best_for_each_do_not_collide_they_are_the_plan() {
    UUID ann = UUID.randomUUID();
    PlanProblem problem =
        new PlanProblem(
            List.of(
                task(send(ann, MORNING, 0, 100), leave(MORNING)),
                task(send(ann, MORNING.plus(HOUR), 0, 100), leave(MORNING.plus(HOUR)))),
            HOUR);
    assertThat(solver.solve(problem, spent -> {}))
        .extracting(Option::technicianId)
        .containsExactly(ann, ann);
  }

  @Test
  void a_promise_outweighs_any_loss() {
    UUID promised = UUID.randomUUID();
    PlanProblem problem =
        new PlanProblem(
            List.of(
                task(
                    send(UUID.randomUUID(), MORNING, 1, 1),
                    send(promised, MORNING, 0, 9_000),
                    leave(MORNING))),
            HOUR);
    assertThat(solver.solve(problem, spent -> {}))
        .extracting(Option::technicianId)
        .containsExactly(promised);
  }

  @Test
  void the_next_free_technician_is_never_at_two_visits_at_once() {
    PlanProblem problem = problem(16, 5, new Random(9));
    List<Option> chosen = NextFree.choose(problem);
    assertThat(PlanScore.of(problem, chosen).collisions()).isZero();
    assertThat(PlanScore.of(problem, solver.solve(problem, spent -> {})))
        .isLessThanOrEqualTo(PlanScore.of(problem, chosen));
  }

  @Test
  void where_there_are_too_many_ways_to_try_all_a_search_is_better_than_the_next_free() {
    PlanProblem problem = problem(60, 6, new Random(11));
    assertThat(PlanScore.of(problem, solver.solve(problem, spent -> {})))
        .isLessThan(PlanScore.of(problem, NextFree.choose(problem)));
  }

  @Test
  void without_any_time_left_there_is_a_plan_all_the_same() {
    PlanProblem problem = problem(60, 6, new Random(11));
    List<Option> chosen = new PlanSolver(Duration.ZERO, 20).solve(problem, spent -> {});
    assertThat(chosen).hasSize(60);
    assertThat(PlanScore.of(problem, chosen).collisions()).isZero();
  }

  private static PlanScore best(PlanProblem problem, List<Option> chosen, PlanScore known) {
    if (chosen.size() == problem.tasks().size()) {
      PlanScore score = PlanScore.of(problem, chosen);
      return known == null || score.compareTo(known) < 0 ? score : known;
    }
    PlanScore best = known;
    for (Option option : problem.tasks().get(chosen.size()).options()) {
      chosen.add(option);
      best = best(problem, chosen, best);
      chosen.remove(chosen.size() - 1);
    }
    return best;
  }

  /** Several visits at a time, for fewer technicians than there are visits. */
  private static PlanProblem problem(int visits, int technicians, Random random) {
    List<UUID> names = new ArrayList<>();
    for (int i = 0; i < technicians; i++) {
      names.add(new UUID(0, i));
    }
    List<PlanProblem.Task> tasks = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      Instant at = MORNING.plus(Duration.ofMinutes(30L * random.nextInt(visits / 2)));
      List<Option> options = new ArrayList<>();
      names.forEach(
          who ->
              options.add(
                  send(
                      who,
                      at,
                      random.nextInt(4) / 3,
                      100 + random.nextInt(900),
                      random.nextInt(5) - 2)));
      options.add(leave(at));
      tasks.add(new PlanProblem.Task(new UUID(1, i), options));
    }
    return new PlanProblem(tasks, HOUR);
  }

  private static PlanProblem.Task task(Option... options) {
    return new PlanProblem.Task(UUID.randomUUID(), List.of(options));
  }

  private static Option send(UUID who, Instant at, int promises, long loss) {
    return send(who, at, promises, loss, 0);
  }

  private static Option send(UUID who, Instant at, int promises, long loss, int preference) {
    List<UUID> broken = promises == 0 ? List.of() : List.of(new UUID(2, 2));
    return new Option(Proposal.SEND, who, at, true, broken, loss, 0, preference);
  }

  private static Option leave(Instant at) {
    return new Option(Proposal.LEAVE, null, at, false, List.of(), 1_000, 0, 0);
  }
}
