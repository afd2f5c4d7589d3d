package io.familiarface.customers.interaction;

import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The company's own list of what to explain, and what of it nobody has explained yet. */
@ApplicationScoped
public class WalkThrough {
  private final List<WalkThroughStep> steps;

  WalkThrough(WalkThroughSettings settings) {
    steps =
        settings.steps().stream()
            .map(step -> new WalkThroughStep(step.code(), step.title()))
            .toList();
  }

  /** All steps, in order. */
  public List<WalkThroughStep> steps() {
    return steps;
  }

  /** What is left to explain, in order. */
  public List<WalkThroughStep> notIn(Collection<String> explained) {
    return steps.stream().filter(step -> !explained.contains(step.code())).toList();
  }

  void requireKnown(List<String> codes) {
    for (int n = 0; n < codes.size(); n++) {
      String code = codes.get(n);
      if (steps.stream().noneMatch(step -> step.code().equals(code))) {
        throw CommonProblem.INVALID_REQUEST.at(
            "/explainedSteps/" + n,
            "There is no such step. GET /v1/walk-through-steps lists them.");
      }
    }
  }
}
