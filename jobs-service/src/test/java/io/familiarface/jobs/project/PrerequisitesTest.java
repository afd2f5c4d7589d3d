package io.familiarface.jobs.project;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrerequisitesTest {
  private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

  @Test
  void a_step_follows_those_that_it_needs() {
    assertThatCode(
            () ->
                Prerequisites.require(
                    3, step(1, 2), Map.of(1, ending(DAY), 2, ending(DAY.minusDays(1), 1))))
        .doesNotThrowAnyException();
  }

  @Test
  void a_step_that_needs_itself_is_refused_also_in_a_circle() {
    assertRefused(2, step(2), Map.of(1, ending(DAY)), "can't need itself");
    assertRefused(2, step(1), Map.of(1, ending(DAY, 3), 3, ending(DAY, 2)), "needs this one");
  }

  @Test
  void a_step_that_needs_one_that_is_not_there_or_ends_later_is_refused() {
    assertRefused(2, step(7), Map.of(1, ending(DAY)), "no step 7");
    assertRefused(2, step(1), Map.of(1, ending(DAY.plusDays(1))), "ends on 2027-01-05");
  }

  @Test
  void a_step_that_would_end_after_one_that_needs_it_begins_is_refused() {
    assertRefused(1, step(), Map.of(2, ending(DAY.minusDays(1), 1)), "Move that one first");
    assertThatCode(() -> Prerequisites.require(1, step(), Map.of(2, ending(DAY, 1))))
        .doesNotThrowAnyException();
  }

  private static void assertRefused(
      int number, StepDetails details, Map<Integer, Prerequisites.Step> others, String words) {
    assertThatThrownBy(() -> Prerequisites.require(number, details, others))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem ->
                org.assertj.core.api.Assertions.assertThat(problem.getDetail()).contains(words));
  }

  private static StepDetails step(Integer... after) {
    return new StepDetails("Drying", null, DAY, DAY, null, null, List.of(after), null);
  }

  private static Prerequisites.Step ending(LocalDate endsOn, Integer... after) {
    return new Prerequisites.Step(List.of(after), endsOn, endsOn);
  }
}
