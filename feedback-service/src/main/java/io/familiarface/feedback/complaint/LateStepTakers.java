package io.familiarface.feedback.complaint;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
   * @param not who may not take it, be they named: whoever is named next does; null for nobody
   * @return empty where nobody is named who may
   */
  Optional<String> of(String branch, String not) {
    return Stream.of(Optional.ofNullable(branch).map(byBranch::get), everywhere)
        .flatMap(Optional::stream)
        .filter(name -> !name.equals(not))
        .findFirst();
  }
}
