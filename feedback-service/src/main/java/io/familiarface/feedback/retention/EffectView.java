package io.familiarface.feedback.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What calling changed, as it is read. */
@Schema(name = "CallEffect")
@JsonInclude(JsonInclude.Include.ALWAYS)
record EffectView(
    Instant asOf,
    @Schema(
            description = "For so long after the call was due each customer is looked at.",
            examples = "90")
        int horizonDays,
    CallVerdict verdict,
    @Schema(description = "The same in words, with the numbers.") String words,
    Customers customers,
    @Schema(description = "Who cancelled within the horizon.") Measure cancellations,
    @Schema(description = "Who gave feedback within the horizon.") Measure answers,
    @Schema(
            description =
                "The mean satisfaction, 1 to 5, of those who gave one within the horizon.")
        Measure satisfaction) {

  /**
   * How many are compared.
   *
   * @param waiting whose horizon has not passed yet
   */
  @Schema(name = "CallEffectCustomers")
  record Customers(
      @Schema(description = "Meant to be called, whether somebody reached them or not.")
          long called,
      long heldBack,
      @Schema(description = "Of both, those whose horizon has not passed yet: not compared.")
          long waiting) {}

  /** One thing that is compared; numbers that nobody knows yet are null. */
  @Schema(name = "CallEffectMeasure")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Measure(
      @Schema(description = "The mean of the called.", examples = "0.15") BigDecimal called,
      @Schema(description = "The mean of those held back.", examples = "0.30") BigDecimal heldBack,
      @Schema(description = "Called less held back, among those of equal risk.", examples = "-0.15")
          BigDecimal difference,
      @Schema(description = "The interval of 95 %: from.", examples = "-0.24") BigDecimal from,
      @Schema(description = "To.", examples = "-0.06") BigDecimal to) {}
}
