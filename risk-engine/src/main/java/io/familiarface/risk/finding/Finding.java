package io.familiarface.risk.finding;

import io.familiarface.risk.reason.Evidence;
import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.DatedReference;
import java.util.List;
import java.util.function.Function;

/**
 * What a rule has found.
 *
 * @param newest when the last thing happened that it rests on
 */
public record Finding(
    ReasonCode code,
    FindingLevel level,
    long newest,
    List<Evidence> evidence,
    Function<Wording, String> text) {

  Finding asFlag(long newestOfAll) {
    return new Finding(code, FindingLevel.FLAG, newestOfAll, evidence, text);
  }

  static Finding watch(
      ReasonCode code, String type, List<DatedReference> traces, Function<Wording, String> text) {
    return of(code, FindingLevel.WATCH, type, traces, text);
  }

  static Finding of(
      ReasonCode code,
      FindingLevel level,
      String type,
      List<DatedReference> traces,
      Function<Wording, String> text) {
    var evidence = traces.stream().map(trace -> evidence(type, trace)).toList();
    return new Finding(code, level, traces.get(traces.size() - 1).at(), evidence, text);
  }

  private static Evidence evidence(String type, DatedReference trace) {
    return new Evidence(type, trace.id(), EpochMicros.instant(trace.at()));
  }
}
