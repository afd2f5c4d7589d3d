package io.familiarface.risk.finding;

import io.familiarface.risk.Evidence;
import io.familiarface.risk.Level;
import io.familiarface.risk.ReasonCode;
import io.familiarface.risk.state.Micros;
import java.util.Optional;

/** She complained and still waits for us. */
final class OpenComplaint implements Rule {

  @Override
  public Optional<Finding> find(Situation situation) {
    var open = situation.customer().openCases();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var evidence =
        open.stream()
            .map(one -> new Evidence("complaint", one.complaintId(), Micros.instant(one.since())))
            .toList();
    var oldest = open.get(0);
    return Optional.of(
        new Finding(
            ReasonCode.OPEN_COMPLAINT,
            Level.WATCH,
            open.get(open.size() - 1).since(),
            evidence,
            wording ->
                (open.size() == 1 ? "A complaint has" : open.size() + " complaints have")
                    + " been open since "
                    + wording.day(Micros.instant(oldest.since()))
                    + "."));
  }
}
