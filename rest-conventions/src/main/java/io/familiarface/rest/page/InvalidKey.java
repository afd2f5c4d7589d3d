package io.familiarface.rest.page;

import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** The one answer to a cursor that this list did not give out. */
final class InvalidKey {
  private InvalidKey() {}

  static HttpProblem problem() {
    return CommonProblem.INVALID_CURSOR.at(
        "?cursor",
        "Pass a nextCursor of this very list, with the same filters, or leave it out to start from"
            + " the beginning.");
  }
}
