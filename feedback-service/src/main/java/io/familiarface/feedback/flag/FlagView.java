package io.familiarface.feedback.flag;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.feedback.words.ReasonView;
import io.familiarface.feedback.words.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A flag as it is read. */
@Schema(name = "Flag", description = "A statement that a customer is likely to leave.")
@JsonPropertyOrder({"id", "customerId"})
record FlagView(
    UUID id,
    UUID customerId,
    CustomerFlagState state,
    @JsonUnwrapped Statement statement,
    @JsonUnwrapped FlagAnswers answers,
    @JsonUnwrapped FlagEnd end) {

  /** What it says. */
  record Statement(
      @Schema(description = "The business time of what raised it.") Instant raisedAt,
      @Schema(description = "When this service came to know; later for imported history.")
          Instant recordedAt,
      @Schema(description = "The probability when it was recorded.", examples = "0.41")
          BigDecimal probability,
      List<String> reasonCodes,
      List<ReasonView> reasons,
      @Schema(examples = "prior-1") String modelVersion) {}

  static FlagView of(CustomerFlag flag) {
    return new FlagView(
        flag.id,
        flag.customerId,
        flag.state,
        new Statement(
            flag.raisedAt,
            flag.recordedAt,
            Rounding.probability(flag.probability),
            flag.reasonCodes,
            flag.reasons,
            flag.modelVersion),
        flag.answers(),
        flag.end());
  }
}
