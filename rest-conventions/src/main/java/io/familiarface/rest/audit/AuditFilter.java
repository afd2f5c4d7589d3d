package io.familiarface.rest.audit;

import io.familiarface.rest.Ref;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which entries of the audit trail are asked for; null for all. */
public class AuditFilter {
  @QueryParam("person")
  @Parameter(
      description =
          "A customer, by id or ext: and an external id: what was done to them, and who looked at"
              + " them.")
  Ref person;

  @QueryParam("actor")
  @Parameter(description = "Who did it, as in `actor` of an entry; `system` for the service.")
  String actor;

  @QueryParam("action")
  @Parameter(description = "What was done, as in `action` of an entry; `read` for whoever looked.")
  String action;

  @QueryParam("from")
  @Parameter(description = "From this instant on; a date is the start of that day.")
  Instant from;

  @QueryParam("to")
  @Parameter(description = "Before this instant; a date is the start of that day.")
  Instant to;
}
