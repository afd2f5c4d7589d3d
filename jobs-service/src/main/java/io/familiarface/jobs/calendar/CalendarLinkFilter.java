package io.familiarface.jobs.calendar;

import io.familiarface.rest.Ref;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which links to list. */
public class CalendarLinkFilter {
  @QueryParam("externalId")
  String externalId;

  @QueryParam("technicianId")
  @Parameter(description = "An id, or ext: and an external id.")
  Ref technicianId;

  @QueryParam("customerId")
  @Parameter(description = "An id, or ext: and an external id.")
  Ref customerId;
}
