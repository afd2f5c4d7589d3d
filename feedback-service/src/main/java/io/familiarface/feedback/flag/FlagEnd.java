package io.familiarface.feedback.flag;

import io.familiarface.rest.time.Instants;
import io.familiarface.risk.state.Flag;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a flag ended; all null while it is open. */
@Embeddable
record FlagEnd(
    Instant clearedAt,
    @Schema(description = "When it became KEPT or LOST.") Instant endedAt,
    @Schema(description = "LOST: days from raising it until the customer left.") Integer leadDays,
    @Schema(description = "LOST: visits from raising it until the customer left.")
        Integer leadVisits) {
  static final FlagEnd NONE = new FlagEnd(null, null, null, null);

  static FlagEnd of(Flag history) {
    return new FlagEnd(
        Instants.toMicros(history.clearedAt()),
        Instants.toMicros(history.endedAt()),
        history.leadDays(),
        history.leadVisits());
  }
}
