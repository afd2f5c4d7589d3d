package io.familiarface.feedback.words;

import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reason as it is told outside. */
@Schema(name = "Reason", description = "Why the risk is what it is, in plain words.")
public record ReasonView(
    @Schema(examples = "PROMISE_BROKEN") String code,
    @Schema(
            description = "Its part in the log-odds, against a typical customer.",
            examples = "1.15")
        BigDecimal weight,
    @Schema(examples = "Carlos Diaz came on 7 Jul 2025 although Ben Ortiz was promised.")
        String text,
    @Schema(description = "The visits, promises and words it rests on.") List<Evidence> evidence) {

  public static ReasonView of(Reason reason) {
    return new ReasonView(
        reason.code().name(), Rounding.to(2, reason.weight()), reason.text(), reason.evidence());
  }

  public static List<ReasonView> of(List<Reason> reasons) {
    return reasons.stream().map(ReasonView::of).toList();
  }
}
