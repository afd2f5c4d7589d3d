package io.familiarface.rest.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.UUID;

/**
 * One line of the answer to an import.
 *
 * @param line counted from 1, blank lines and the header included; null with the status where the
 *     import stopped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineReport(
    Long line,
    String externalId,
    LineResult.Status status,
    UUID id,
    String warning,
    HttpProblem problem) {

  static LineReport taken(long line, String externalId, LineResult result) {
    return new LineReport(line, externalId, result.status(), result.id(), result.warning(), null);
  }

  static LineReport stopped(String detail) {
    return new LineReport(null, null, null, null, null, CommonProblem.UNAVAILABLE.because(detail));
  }

  static LineReport rejected(long line, String externalId, HttpProblem problem) {
    return new LineReport(line, externalId, LineResult.Status.REJECTED, null, null, problem);
  }
}
