package io.familiarface.jobs.introduction;

import io.familiarface.jobs.TimeLimit;
import io.familiarface.jobs.visit.IntroductionState;
import io.familiarface.rest.Ref;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which introductions to list. */
public class IntroductionFilter {
  @QueryParam("state")
  @Parameter(
      description =
          "NEEDED: it cannot be when it was to be, and the visit that it is for is still to come.")
  IntroductionState state;

  @QueryParam("technicianId")
  @Parameter(
      description = "Who introduces somebody, or is introduced: an id, or ext: and an external id.")
  Ref technicianId;

  @QueryParam("customerId")
  @Parameter(description = "An id, or ext: and an external id.")
  Ref customerId;

  @QueryParam("visitId")
  @Parameter(description = "The visit of whoever is introduced: an id, or ext: and an external id.")
  Ref visitId;

  @QueryParam("due")
  @Parameter(description = "To be until then: an instant, or a day with its end.")
  TimeLimit due;
}
