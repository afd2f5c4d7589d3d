package io.familiarface.risk.finding;

import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import java.util.Optional;

/** The customer complained and still waits for us. */
final class OpenComplaint implements FindingRule {

  @Override
  public Optional<Finding> find(RuleContext context) {
    var open = context.customer().openCases();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var evidence =
        open.stream().map(one -> Evidence.of("complaint", one.complaintId(), one.since())).toList();
    var oldest = open.get(0);
    return Optional.of(
        new Finding(
            ReasonCode.OPEN_COMPLAINT,
            FindingLevel.WATCH,
            open.get(open.size() - 1).since(),
            evidence,
            wording ->
                (open.size() == 1 ? "A complaint has" : open.size() + " complaints have")
                    + " been open since "
                    + wording.day(oldest.since())
                    + "."));
  }
}
