package io.familiarface.feedback.report;

import io.familiarface.feedback.feedback.Satisfaction;
import io.familiarface.feedback.words.Rounding;
import io.familiarface.risk.state.ServiceRecord;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Our own view of the service beside hers, so that one can see the two come apart. */
@Schema(name = "Service", description = "How we see our service, beside how she sees it.")
record ServiceView(
    @Schema(description = "Visits completed.") int completed,
    @Schema(description = "Visits missed.") int missed,
    @Schema(
            description = "The share that was on time of those where it is known; null if of none.",
            examples = "1")
        BigDecimal onTimeShare,
    @Schema(description = "Her satisfaction on average, 1 to 5; null if she never said.")
        BigDecimal csatAverage,
    @Schema(description = "Her satisfaction when she said last, 1 to 5.") Integer csatLast) {

  static ServiceView of(ServiceRecord ours, Satisfaction.Csat hers) {
    int known = ours.onTime() + ours.late();
    return new ServiceView(
        ours.completed(),
        ours.missed(),
        known == 0 ? null : Rounding.to(4, (double) ours.onTime() / known),
        Rounding.to(2, hers.average()),
        hers.last());
  }
}
