package io.familiarface.feedback.feedback;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which feedback is asked for. */
class FeedbackFilter {
  @Parameter(description = "The one that another system knows by this key.", example = "F0003-1")
  @QueryParam("externalId")
  String externalId;

  @Parameter(
      description =
          "Words, or beginnings of words, of what was said, such as 'nobody told'; all must be"
              + " there.")
  @QueryParam("q")
  @Size(min = 1, max = 200) String q;

  @Parameter(description = "About this visit.")
  @QueryParam("visitId")
  UUID visitId;

  @Parameter(description = "Only this kind.")
  @QueryParam("kind")
  FeedbackKind kind;

  @Parameter(description = "Said at or after.", example = "{today-365}T00:00:00Z")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Said before.")
  @QueryParam("to")
  Instant to;
}
