package io.familiarface.feedback.complaint;

import java.util.Map;
import java.util.Optional;

/**
 * To whom a step goes that nobody took in time: somebody with a name.
 *
 * @param everywhere empty where nobody is named for all branches
 */
public record LateStepTakers(Optional<String> everywhere, Map<String, String> byBranch) {
  /** So that what is late does not stay where it is. */
  static final String WHOEVER_MAY = "manager";

  /** Whether somebody is named for the customers of every branch. */
  public boolean areNamed() {
    return everywhere.isPresent();
  }

  /**
   * @param branch the customer's; null where it is not known
   */
  String of(String branch) {
    return Optional.ofNullable(branch).map(byBranch::get).or(() -> everywhere).orElse(WHOEVER_MAY);
  }
}
