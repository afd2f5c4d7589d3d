package io.familiarface.rest.security;

import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** A token of role technician that does not say which one. */
final class MissingTechnicianClaim {
  private MissingTechnicianClaim() {}

  static HttpProblem problem() {
    return CommonProblem.FORBIDDEN.because(
        "A technician's token must name the technician in its claim 'technician_id'.");
  }
}
