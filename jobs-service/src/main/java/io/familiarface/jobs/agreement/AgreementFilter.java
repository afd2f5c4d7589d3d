package io.familiarface.jobs.agreement;

import io.familiarface.rest.Ref;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which agreements to list. */
public class AgreementFilter {
  @QueryParam("externalId")
  @Parameter(example = "A0001")
  String externalId;

  @QueryParam("customerId")
  @Parameter(example = "ext:C0001")
  Ref customerId;

  @QueryParam("technicianId")
  @Parameter(description = "The usual technician: an id, or ext: and an external id.")
  Ref technicianId;

  @QueryParam("state")
  AgreementState state;
}
