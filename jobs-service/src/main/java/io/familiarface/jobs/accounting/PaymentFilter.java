package io.familiarface.jobs.accounting;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which payments to list. */
class PaymentFilter {
  @QueryParam("document")
  @Parameter(description = "Those of one invoice, by its number.")
  String document;

  @QueryParam("reference")
  @Parameter(description = "The one that is known by this reference.")
  String reference;
}
