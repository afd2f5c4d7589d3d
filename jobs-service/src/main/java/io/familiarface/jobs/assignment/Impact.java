package io.familiarface.jobs.assignment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an assignment costs, before anybody is sent.
 *
 * @param available whether feedback-service could be asked; if not, the probabilities are null
 * @param why what is missing, for a person to read; null when nothing is
 */
@Schema(name = "Impact")
public record Impact(
    boolean available,
    String why,
    BigDecimal probabilityBefore,
    BigDecimal probabilityAfter,
    List<BrokenPromise> promisesBroken,
    List<Alternative> alternatives) {

  /** What the answer lacks, for a person to read; null when nothing. */
  static String missingParts(boolean riskKnown, boolean customerKnown) {
    if (!riskKnown) {
      return "feedback-service can't be asked now, so the probabilities are missing. Ask again in a"
          + " minute.";
    }
    return customerKnown
        ? null
        : "Nothing has been heard of this customer's promises yet, so they are missing.";
  }

  /** A promise to the customer that this assignment would break. */
  @Schema(name = "BrokenPromise")
  public record BrokenPromise(UUID promiseId, String text, String madeBy, Instant madeAt) {}

  /** A way to serve the customer that costs less trust. */
  @Schema(name = "Alternative")
  record Alternative(
      Action action,
      String text,
      UUID technicianId,
      Instant scheduledAt,
      BigDecimal probabilityAfter) {}

  /** The ways we know. */
  enum Action {
    MOVE_VISIT_TO_USUAL_TECHNICIAN,
    TELL_AND_INTRODUCE_BEFOREHAND
  }
}
