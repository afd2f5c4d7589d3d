package io.familiarface.rest.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.UUID;

/**
 * One line of the answer to an import.
 *
 * @param line counted from 1, blank lines and the header included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineReport(
    long line, String externalId, LineResult.Status status, UUID id, HttpProblem problem) {

  static LineReport taken(long line, String externalId, LineResult result) {
    return new LineReport(line, externalId, result.status(), result.id(), null);
  }

  static LineReport rejected(long line, String externalId, HttpProblem problem) {
    return new LineReport(line, externalId, LineResult.Status.REJECTED, null, problem);
  }
}
