package io.familiarface.rest.page;

import io.familiarface.rest.problem.CommonProblem;
import java.util.List;

/** The keys of another system that a list is asked about: a filter that may be given repeatedly. */
public final class ExternalIds {
  /** So many of them at once. */
  public static final int MOST = 200;

  public static final String DESCRIPTION =
      "The one with this key of another system; given up to " + MOST + " times, those with these.";

  private ExternalIds() {}

  /**
   * What a list is narrowed to.
   *
   * @param given the values of the parameter
   * @return null for all of the list, when none was given
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for more than {@link #MOST}
   */
  public static List<String> of(List<String> given) {
    List<String> keys = given == null ? List.of() : given.stream().distinct().toList();
    if (keys.size() > MOST) {
      throw CommonProblem.INVALID_REQUEST.at(
          "?externalId", "Ask for at most " + MOST + " external ids at once.");
    }
    return keys.isEmpty() ? null : keys;
  }
}
