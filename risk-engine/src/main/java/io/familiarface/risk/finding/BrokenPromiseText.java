package io.familiarface.risk.finding;

import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.PromiseBreach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** How broken promises are told: each once, with the days on which it was broken. */
public final class BrokenPromiseText {

  private BrokenPromiseText() {}

  public static String told(List<PromiseBreach> breaches, Wording wording) {
    var byPromise = new LinkedHashMap<UUID, List<PromiseBreach>>();
    for (var breach : breaches) {
      byPromise.computeIfAbsent(breach.promiseId(), id -> new ArrayList<>()).add(breach);
    }
    return byPromise.values().stream()
        .map(ofOne -> sentence(ofOne, wording))
        .collect(Collectors.joining(" "));
  }

  public static List<Evidence> evidence(List<PromiseBreach> breaches) {
    var evidence = new ArrayList<Evidence>();
    for (var breach : breaches) {
      var at = EpochMicros.instant(breach.at());
      evidence.add(new Evidence("promise", breach.promiseId(), at));
      if (breach.visitId() != null) {
        evidence.add(new Evidence("visit", breach.visitId(), at));
      }
    }
    return evidence;
  }

  private static String sentence(List<PromiseBreach> ofOne, Wording wording) {
    var last = ofOne.get(ofOne.size() - 1);
    var made = last.madeAt() == 0 ? "" : " of " + wording.day(last.madeAt());
    var days =
        ofOne.stream().map(breach -> day(breach, wording)).collect(Collectors.joining(", and "));
    var often = last.times() > ofOne.size() ? "; %d times in all".formatted(last.times()) : "";
    return "The promise%s%s was broken %s%s.".formatted(made, what(last, wording), days, often);
  }

  private static String day(PromiseBreach breach, Wording wording) {
    var how = breach.came() == null ? "" : ", when " + wording.technician(breach.came()) + " came";
    return "on " + wording.day(breach.at()) + how;
  }

  private static String what(PromiseBreach breach, Wording wording) {
    return switch (breach.promise()) {
      case SAME_TECHNICIAN ->
          breach.named() == null
              ? " that the same technician would come"
              : " that %s would be their technician".formatted(wording.technician(breach.named()));
      case ARRIVAL_WINDOW -> " to come within a set time";
      case CALL_AHEAD -> " to call ahead";
      case PRICE -> " about the price";
      case OTHER -> "";
    };
  }
}
