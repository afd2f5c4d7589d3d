package io.familiarface.feedback.recovery;

import java.util.List;

/** A step was tried that may not be taken yet, or not any more. */
public class StepNotDue extends RuntimeException {
  private final transient List<CaseStep> needs;

  StepNotDue(CaseState state, CaseStep step) {
    super(
        "This case is %s: %s is not due. First comes %s."
            .formatted(state, step, AllowedSteps.needs(state, step).get(0)));
    this.needs = AllowedSteps.needs(state, step);
  }

  StepNotDue(List<CaseStep> needs, String message) {
    super(message);
    this.needs = List.copyOf(needs);
  }

  /** What comes before it, in the order of doing it. */
  public List<CaseStep> needs() {
    return needs;
  }
}
