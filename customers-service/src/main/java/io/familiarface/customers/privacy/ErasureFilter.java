package io.familiarface.customers.privacy;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which erasures to list. */
public class ErasureFilter {
  @QueryParam("externalId")
  String externalId;

  @QueryParam("customerId")
  @Parameter(description = "The id that the erased customer had.")
  UUID customerId;
}
