package io.familiarface.feedback.postmortem;

import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that could have gone otherwise.
 *
 * @param subject the visit, promise or complaint it is about
 * @param withdrawn what would then not have happened
 * @param instead what would have happened in its place
 * @param words what would have had to be, after "Had"
 */
record Counterfactual(
    Kind kind,
    Instant at,
    UUID subject,
    Set<SignalKey> withdrawn,
    List<Signal> instead,
    String words) {

  /** What would have been done. */
  @Schema(name = "WouldHaveHelpedKind")
  enum Kind {
    /** The usual technician would have come. */
    SEND_USUAL,
    /** The customer would have been told, and have met the newcomer before. */
    TELL_AND_INTRODUCE,
    /** Somebody would have come at all. */
    COME,
    COME_ON_TIME,
    KEEP_PROMISE,
    /** A complaint would have been settled soon, and to the customer's satisfaction. */
    SETTLE_COMPLAINT
  }
}
