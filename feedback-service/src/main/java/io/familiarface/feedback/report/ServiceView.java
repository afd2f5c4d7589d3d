package io.familiarface.feedback.report;

import io.familiarface.feedback.feedback.Satisfaction;
import io.familiarface.feedback.words.Rounding;
import io.familiarface.risk.state.ServiceRecord;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Our own view of the service beside the customer's, so that one can see the two come apart. */
@Schema(name = "Service", description = "How we see our service, beside how the customer sees it.")
record ServiceView(
    @Schema(description = "Visits completed.") int completed,
    @Schema(description = "Visits missed.") int missed,
    @Schema(
            description = "The share that was on time of those where it is known; null if of none.",
            examples = "1")
        BigDecimal onTimeShare,
    @Schema(description = "The customer's satisfaction on average, 1 to 5; null if never said.")
        BigDecimal csatAverage,
    @Schema(description = "The customer's satisfaction as said last, 1 to 5.") Integer csatLast) {

  static ServiceView of(ServiceRecord ours, Satisfaction.Csat csat) {
    int known = ours.onTime() + ours.late();
    return new ServiceView(
        ours.completed(),
        ours.missed(),
        known == 0 ? null : Rounding.to(4, (double) ours.onTime() / known),
        Rounding.to(2, csat.average()),
        csat.last());
  }
}
