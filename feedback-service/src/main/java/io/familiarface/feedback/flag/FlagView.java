package io.familiarface.feedback.flag;

import io.familiarface.feedback.words.ReasonView;
import io.familiarface.feedback.words.Rounded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A flag as it is read. */
@Schema(name = "Flag", description = "A statement that a customer is likely to leave.")
record FlagView(
    UUID id,
    UUID customerId,
    State state,
    @Schema(description = "The business time of what raised it.") Instant raisedAt,
    @Schema(description = "When this service came to know; later for imported history.")
        Instant recordedAt,
    @Schema(description = "The probability when it was recorded.", examples = "0.41")
        BigDecimal probability,
    List<String> reasonCodes,
    List<ReasonView> reasons,
    @Schema(examples = "prior-1") String modelVersion,
    Instant acknowledgedAt,
    String acknowledgedBy,
    Instant actedAt,
    String actedBy,
    @Schema(description = "What was done.") String action,
    Instant clearedAt,
    @Schema(description = "When it became KEPT or LOST.") Instant endedAt,
    @Schema(description = "LOST: days from raising it until she left.") Integer leadDays,
    @Schema(description = "LOST: visits from raising it until she left.") Integer leadVisits) {

  static FlagView of(StoredFlag flag) {
    StoredFlag.Answered acknowledged = flag.acknowledged();
    StoredFlag.Answered acted = flag.acted();
    return new FlagView(
        flag.id(),
        flag.customerId(),
        flag.state(),
        flag.raisedAt(),
        flag.recordedAt(),
        Rounded.probability(flag.probability()),
        flag.reasonCodes(),
        flag.reasons(),
        flag.modelVersion(),
        acknowledged == null ? null : acknowledged.at(),
        acknowledged == null ? null : acknowledged.by(),
        acted == null ? null : acted.at(),
        acted == null ? null : acted.by(),
        acted == null ? null : acted.what(),
        flag.clearedAt(),
        flag.endedAt(),
        flag.leadDays(),
        flag.leadVisits());
  }
}
