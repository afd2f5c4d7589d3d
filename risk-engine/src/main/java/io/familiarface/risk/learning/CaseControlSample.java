package io.familiarface.risk.learning;

import io.familiarface.risk.state.DecayingSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Enough customers to choose by: as many visits of those who left as of those who stayed, each
 * weighed by how many it stands for. The same customers are drawn every time.
 */
final class CaseControlSample {

  private static final int GRAIN = 1 << 20;

  private record Member(CustomerHistory history, double weight) {}

  private final List<Member> members = new ArrayList<>();
  private int visits;

  CaseControlSample(List<CustomerHistory> histories, int mostVisits) {
    var left = 0L;
    var stayed = 0L;
    for (var history : histories) {
      if (history.cancelled()) {
        left += history.visits();
      } else {
        stayed += history.visits();
      }
    }
    var ofLeft = Math.min(1, mostVisits / 2.0 / Math.max(1, left));
    var ofStayed = Math.min(1, mostVisits / 2.0 / Math.max(1, stayed));
    for (var history : histories) {
      var chance = history.cancelled() ? ofLeft : ofStayed;
      if (draw(history) < chance * GRAIN) {
        members.add(new Member(history, 1 / chance));
        visits += history.visits();
      }
    }
  }

  private static int draw(CustomerHistory history) {
    var hash = history.customerId().hashCode() * 0x9E3779B9;
    return (hash >>> 7) & GRAIN - 1;
  }

  PersonVisits rows(ModelFitter trainer, Map<DecayingSignal, Double> halfLives) {
    var rows = new PersonVisits(visits);
    var reader = trainer.reader(halfLives);
    members.forEach(member -> reader.read(member.history, member.weight, rows));
    return rows;
  }
}
