package io.familiarface.risk.finding;

import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.Micros;
import io.familiarface.risk.state.Trace;
import java.util.List;
import java.util.function.ToLongFunction;

/** A customer at an instant, as the rules see her. */
record Situation(CustomerState customer, long now, FindingSettings settings) {

  <T> List<T> within(int days, List<T> all, ToLongFunction<T> at) {
    if (all.isEmpty()) {
      return all;
    }
    var from = Micros.plusDays(now, -days);
    return all.stream().filter(one -> at.applyAsLong(one) > from).toList();
  }

  List<Trace> within(int days, List<Trace> all) {
    return within(days, all, Trace::at);
  }
}
