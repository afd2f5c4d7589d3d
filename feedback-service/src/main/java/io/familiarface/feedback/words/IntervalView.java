package io.familiarface.feedback.words;

import io.familiarface.feedback.statistics.Interval;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Between which two values a figure lies. */
@Schema(
    name = "ConfidenceInterval",
    description = "Between which two values the figure lies with a confidence of 95 %.")
public record IntervalView(
    @Schema(examples = "0.21") BigDecimal from, @Schema(examples = "0.53") BigDecimal to) {

  /** Null stays null: nothing was counted, or too little. */
  public static IntervalView of(int digits, Interval interval) {
    return interval == null
        ? null
        : new IntervalView(
            Rounding.to(digits, interval.from()), Rounding.to(digits, interval.to()));
  }
}
