package io.familiarface.jobs.accounting;

import io.familiarface.rest.Ref;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which documents to list. */
class DocumentFilter {
  @QueryParam("state")
  DocumentState state;

  @QueryParam("kind")
  DocumentKind kind;

  @QueryParam("from")
  @Parameter(description = "Issued on this day or later.", example = "{today-365}")
  LocalDate from;

  @QueryParam("to")
  @Parameter(description = "Issued on this day or before.")
  LocalDate to;

  @QueryParam("customerId")
  @Parameter(description = "An id, or ext: and an external id.")
  Ref customerId;

  @QueryParam("overdue")
  @Parameter(description = "true: only invoices that should have been paid by now.")
  Boolean overdue;

  @QueryParam("disputed")
  @Parameter(description = "true: only invoices about which a complaint is open.")
  Boolean disputed;
}
