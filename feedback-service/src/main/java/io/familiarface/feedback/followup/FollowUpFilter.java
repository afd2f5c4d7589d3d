package io.familiarface.feedback.followup;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which follow-ups are asked for; null for no matter. */
class FollowUpFilter {
  @QueryParam("state")
  @Parameter(
      description =
          "OPEN: still to call; DONE: reached; DROPPED: no call needed any more; HELD_BACK: not made"
              + " on purpose, for an experiment.")
  FollowUpState state;

  @QueryParam("owner")
  @Size(min = 1, max = 100) @Parameter(description = "Only the calls of this person.")
  String owner;

  @QueryParam("mine")
  @Parameter(description = "true: only the caller's own.")
  Boolean mine;

  @QueryParam("kind")
  @Parameter(description = "Only calls for this.")
  FollowUpKind kind;

  @QueryParam("dueUntil")
  @Parameter(description = "Only those due on this day or before.", example = "{today+30}")
  LocalDate dueUntil;

  @QueryParam("closedFrom")
  @Parameter(description = "Only those closed at this instant or later.")
  Instant closedFrom;
}
