package io.familiarface.jobs.plan;

import io.familiarface.rest.Ref;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which plans to list. */
public class PlanFilter {
  @QueryParam("state")
  PlanState state;

  @QueryParam("technicianId")
  @Parameter(description = "Who is away or leaves: an id, or ext: and an external id.")
  Ref technicianId;

  @QueryParam("waiting")
  @DefaultValue("false")
  @Parameter(
      description =
          "true: only those with visits on which somebody has to decide, PROPOSED or STALE, as long"
              + " as their days are not over.")
  boolean waiting;
}
