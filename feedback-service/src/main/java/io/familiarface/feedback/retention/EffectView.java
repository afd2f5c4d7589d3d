package io.familiarface.feedback.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.followup.CallOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What calling changed, as it is read. */
@Schema(name = "CallEffect")
@JsonInclude(JsonInclude.Include.ALWAYS)
record EffectView(
    Instant asOf,
    @Schema(
            description =
                "For so long after the call was opened, or held back, each customer is looked at.",
            examples = "90")
        int horizonDays,
    CallVerdict verdict,
    @Schema(description = "The same in words, with the numbers.") String words,
    Ordering ordering,
    Customers customers,
    @Schema(description = "Who cancelled within the horizon.") Measure cancellations,
    @Schema(description = "Who gave feedback within the horizon.") Measure answers,
    @Schema(
            description =
                "The mean satisfaction, 1 to 5, of those who gave one within the horizon; compared once"
                    + " 30 of each group did.")
        Measure satisfaction) {

  /**
   * By what calls are ordered.
   *
   * @param gains what calling is expected to change, by how likely customers are to leave
   */
  @Schema(name = "CallOrdering")
  record Ordering(
      @Schema(
              description =
                  "EFFECT once there is a verdict that calling does something; until then RISK.")
          CallOrder by,
      List<Gain> gains) {}

  /** What calling is expected to change. */
  @Schema(name = "CallGain")
  record Gain(
      @Schema(description = "How likely the customers are to leave.") Stratum risk,
      @Schema(
              description =
                  "By how much less likely they are to leave when they are called; pulled towards"
                      + " that of all where little is known.",
              examples = "0.12")
          BigDecimal gain) {}

  /**
   * How many are compared.
   *
   * @param waiting whose horizon has not passed yet
   * @param needed so many more would do where calling changes nothing
   */
  @Schema(name = "CallEffectCustomers")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Customers(
      @Schema(description = "Meant to be called, whether somebody reached them or not.")
          long called,
      long heldBack,
      @Schema(description = "Of both, those whose horizon has not passed yet: not compared.")
          long waiting,
      @Schema(
              description =
                  "About how many more are to be drawn, as so far, until it is known in 95 of 100"
                      + " that calling changes nothing, if that is so; a great effect is known sooner."
                      + " Null once there is a verdict, and while nobody can be compared.",
              examples = "5300")
          Long needed) {}

  /** One thing that is compared; numbers that nobody knows yet are null. */
  @Schema(name = "CallEffectMeasure")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Measure(
      @Schema(description = "The mean of the called.", examples = "0.15") BigDecimal called,
      @Schema(description = "The mean of those held back.", examples = "0.30") BigDecimal heldBack,
      @Schema(description = "Called less held back, among those of equal risk.", examples = "-0.15")
          BigDecimal difference,
      @Schema(
              description = "The interval of 95 %, which holds however often one looks: from.",
              examples = "-0.24")
          BigDecimal from,
      @Schema(description = "To.", examples = "-0.06") BigDecimal to) {}
}
