package io.familiarface.jobs.project;

import io.familiarface.jobs.JobsProblem;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What has to be done before a step: of the same project, and never the step itself. */
final class Prerequisites {
  private Prerequisites() {}

  /** A step as far as others need it. */
  record Step(Collection<Integer> after, LocalDate startsOn, LocalDate endsOn) {}

  /**
   * Refuses what can't be.
   *
   * @param number of the step
   * @param others the other steps by number
   */
  static void require(int number, StepDetails details, Map<Integer, Step> others) {
    for (int needed : details.after()) {
      if (needed == number) {
        throw JobsProblem.CONTRADICTION.at("/after", "A step can't need itself to be done before.");
      }
      Step step = others.get(needed);
      if (step == null) {
        throw JobsProblem.CONTRADICTION.at(
            "/after", "There is no step %d in this project.".formatted(needed));
      }
      if (step.endsOn().isAfter(details.startsOn())) {
        throw JobsProblem.CONTRADICTION.at(
            "/startsOn",
            "Step %d, which has to be done before, ends on %s.".formatted(needed, step.endsOn()));
      }
    }
    others.forEach(
        (dependent, step) -> {
          if (step.after().contains(number) && step.startsOn().isBefore(details.endsOn())) {
            throw JobsProblem.CONTRADICTION.at(
                "/endsOn",
                "Step %d, which comes after this one, starts on %s. Move that one first."
                    .formatted(dependent, step.startsOn()));
          }
        });
    requireNoCircle(number, details, others);
  }

  private static void requireNoCircle(int number, StepDetails details, Map<Integer, Step> others) {
    Deque<Integer> toSee = new ArrayDeque<>(details.after());
    Set<Integer> seen = new HashSet<>();
    while (!toSee.isEmpty()) {
      int next = toSee.pop();
      if (next == number) {
        throw JobsProblem.CONTRADICTION.at(
            "/after", "One of the steps needed before needs this one to be done before it.");
      }
      if (seen.add(next) && others.containsKey(next)) {
        toSee.addAll(others.get(next).after());
      }
    }
  }
}
