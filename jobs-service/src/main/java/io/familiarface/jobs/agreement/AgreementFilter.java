package io.familiarface.jobs.agreement;

import io.familiarface.rest.Ref;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
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

  @QueryParam("endingBefore")
  @Parameter(
      description =
          "Those that end between today and this day, it included, unless they are renewed; none"
              + " that was cancelled.")
  LocalDate endingBefore;
}
