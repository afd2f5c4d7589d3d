package io.familiarface.feedback.risk.finding;

import io.familiarface.feedback.risk.Evidence;
import io.familiarface.feedback.risk.Level;
import io.familiarface.feedback.risk.ReasonCode;
import io.familiarface.feedback.risk.Wording;
import io.familiarface.feedback.risk.state.Breach;
import io.familiarface.feedback.risk.state.Micros;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** We gave our word and did not keep it. */
final class BrokenPromise implements Rule {

  @Override
  public Optional<Finding> find(Situation situation) {
    var breaches =
        situation.within(
            situation.settings().brokenPromiseDays(), situation.customer().breaches(), Breach::at);
    if (breaches.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            ReasonCode.PROMISE_BROKEN,
            Level.WATCH,
            breaches.get(breaches.size() - 1).at(),
            evidence(breaches),
            wording ->
                breaches.stream()
                    .map(breach -> sentence(breach, wording))
                    .collect(Collectors.joining(" "))));
  }

  private static List<Evidence> evidence(List<Breach> breaches) {
    var evidence = new ArrayList<Evidence>();
    for (var breach : breaches) {
      var at = Micros.instant(breach.at());
      evidence.add(new Evidence("promise", breach.promiseId(), at));
      if (breach.visitId() != null) {
        evidence.add(new Evidence("visit", breach.visitId(), at));
      }
    }
    return evidence;
  }

  private static String sentence(Breach breach, Wording wording) {
    var made = breach.madeAt() == 0 ? "" : " of " + wording.day(Micros.instant(breach.madeAt()));
    var when = wording.day(Micros.instant(breach.at()));
    var how = breach.came() == null ? "" : ", when " + wording.technician(breach.came()) + " came";
    return "The promise%s%s was broken on %s%s.".formatted(made, what(breach, wording), when, how);
  }

  private static String what(Breach breach, Wording wording) {
    return switch (breach.promise()) {
      case SAME_TECHNICIAN ->
          breach.named() == null
              ? " that the same technician would come"
              : " that %s would be her technician".formatted(wording.technician(breach.named()));
      case ARRIVAL_WINDOW -> " to come within a set time";
      case CALL_AHEAD -> " to call ahead";
      case PRICE -> " about the price";
      case OTHER -> "";
    };
  }
}
