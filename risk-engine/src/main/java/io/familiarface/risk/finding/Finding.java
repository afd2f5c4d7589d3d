package io.familiarface.risk.finding;

import io.familiarface.risk.Evidence;
import io.familiarface.risk.Level;
import io.familiarface.risk.ReasonCode;
import io.familiarface.risk.state.Micros;
import io.familiarface.risk.state.Trace;
import java.util.List;

/**
 * What a rule has found.
 *
 * @param newest when the last thing happened that it rests on
 */
public record Finding(
    ReasonCode code, Level level, long newest, List<Evidence> evidence, Sentence sentence) {

  Finding asFlag(long newestOfAll) {
    return new Finding(code, Level.FLAG, newestOfAll, evidence, sentence);
  }

  static Finding watch(ReasonCode code, String type, List<Trace> traces, Sentence sentence) {
    return of(code, Level.WATCH, type, traces, sentence);
  }

  static Finding of(
      ReasonCode code, Level level, String type, List<Trace> traces, Sentence sentence) {
    var evidence = traces.stream().map(trace -> evidence(type, trace)).toList();
    return new Finding(code, level, traces.get(traces.size() - 1).at(), evidence, sentence);
  }

  private static Evidence evidence(String type, Trace trace) {
    return new Evidence(type, trace.id(), Micros.instant(trace.at()));
  }
}
