package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recovery.CaseState;
import io.familiarface.risk.signal.Severity;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which complaints are asked for. */
class ComplaintFilter {
  @Parameter(description = "The one that another system knows by this key.", example = "K0003-1")
  @QueryParam("externalId")
  String externalId;

  @Parameter(
      description =
          "Words, or beginnings of words, of what was said, such as 'nobody told'; all must be"
              + " there.")
  @QueryParam("q")
  @Size(min = 1, max = 200) String q;

  @Parameter(description = "Only those that have come so far.")
  @QueryParam("state")
  CaseState state;

  @Parameter(description = "Only those that still ask for something, or only those that do not.")
  @QueryParam("open")
  Boolean open;

  @Parameter(description = "Only those that somebody has in hand, or was given for being late.")
  @QueryParam("owner")
  @Size(min = 1, max = 100) String owner;

  @Parameter(description = "Only this severity.")
  @QueryParam("severity")
  Severity severity;

  @Parameter(description = "Only this cause.", example = "TECHNICIAN")
  @QueryParam("cause")
  String cause;

  @Parameter(description = "Received at or after.", example = "{today-365}T00:00:00Z")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Received before.")
  @QueryParam("to")
  Instant to;

  @Parameter(
      description =
          "received (newest first) if left out; due for those that still ask for something, by"
              + " when their next step is due.")
  @QueryParam("sort")
  ComplaintOrder sort;

  boolean byDue() {
    return sort == ComplaintOrder.due;
  }
}
