package io.familiarface.risk.finding;

import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.DatedReference;
import io.familiarface.risk.state.ReferenceKind;
import io.familiarface.risk.state.TechnicianChange;
import java.util.List;
import java.util.function.ToLongFunction;

/** A customer at an instant, as the rules see them. */
record RuleContext(CustomerState customer, long now, FindingSettings settings) {

  <T> List<T> within(int days, List<T> all, ToLongFunction<T> at) {
    if (all.isEmpty()) {
      return all;
    }
    var from = EpochMicros.plusDays(now, -days);
    return all.stream().filter(one -> at.applyAsLong(one) > from).toList();
  }

  List<DatedReference> within(int days, ReferenceKind kind) {
    return within(days, customer.references(kind), DatedReference::at);
  }

  List<TechnicianChange> changesWithin(int days) {
    return within(days, customer.recentChanges(), TechnicianChange::at);
  }
}
