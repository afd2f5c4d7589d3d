package io.familiarface.jobs.plan.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComponentsTest {
  private static final Instant TEN = Instant.parse("2027-01-04T15:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final UUID ANN = UUID.randomUUID();
  private static final UUID BEN = UUID.randomUUID();

  @Test
  void visits_of_different_technicians_or_hours_do_not_meet() {
    assertThat(groups(task(ANN, 0), task(BEN, 0), task(ANN, 60))).hasSize(3);
  }

  @Test
  void visits_that_want_the_same_technician_at_once_are_planned_together() {
    assertThat(groups(task(ANN, 0), task(BEN, 0), task(ANN, 59)))
        .containsExactly(List.of(0, 2), List.of(1));
  }

  @Test
  void so_are_those_that_meet_by_way_of_a_third() {
    assertThat(groups(task(ANN, 0), task(ANN, 100), task(ANN, 50)))
        .containsExactly(List.of(0, 1, 2));
  }

  @Test
  void to_leave_visits_collides_with_nothing() {
    assertThat(groups(task(null, 0), task(null, 0))).hasSize(2);
  }

  @Test
  void visits_of_which_nobody_said_the_time_meet_nobody() {
    assertThat(groups(task(ANN, 0, false), task(ANN, 0, false), task(ANN, 0))).hasSize(3);
  }

  private static List<List<Integer>> groups(PlanProblem.Task... tasks) {
    return Components.of(new PlanProblem(List.of(tasks), HOUR)).stream()
        .map(group -> group.stream().sorted().toList())
        .toList();
  }

  private static PlanProblem.Task task(UUID technician, int minutes) {
    return task(technician, minutes, true);
  }

  private static PlanProblem.Task task(UUID technician, int minutes, boolean timed) {
    Instant at = TEN.plus(Duration.ofMinutes(minutes));
    Proposal proposal = technician == null ? Proposal.LEAVE : Proposal.SEND;
    return new PlanProblem.Task(
        UUID.randomUUID(),
        List.of(new Option(proposal, technician, at, timed, List.of(), 0, 0, 0)));
  }
}
