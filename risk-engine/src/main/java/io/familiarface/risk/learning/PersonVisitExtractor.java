package io.familiarface.risk.learning;

import io.familiarface.risk.model.Feature;
import io.familiarface.risk.model.FeatureVector;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import io.familiarface.risk.state.HalfLives;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the rows of a history. A row's features are taken when everything of the visit's instant is
 * known and nothing later is: what they say afterwards shows in the next row.
 */
final class PersonVisitExtractor {

  private final HalfLives halfLives;
  private final double graceDays;
  private final double[] features = new double[Feature.COUNT];

  PersonVisitExtractor(HalfLives halfLives, double graceDays) {
    this.halfLives = halfLives;
    this.graceDays = graceDays;
  }

  void read(CustomerHistory history, double weight, PersonVisits into) {
    new Reading(weight, into).read(history.signals());
  }

  private record OpenRow(int row, long at, double intervalDays) {}

  private final class Reading {

    private final double weight;
    private final PersonVisits into;
    private final CustomerState state = new CustomerState();
    private final Map<UUID, OpenRow> open = new HashMap<>();
    private final List<UUID> visited = new ArrayList<>(1);

    Reading(double weight, PersonVisits into) {
      this.weight = weight;
      this.into = into;
    }

    void read(List<Signal> signals) {
      for (var signal : signals) {
        if (EpochMicros.of(signal.at()) > state.lastAt()) {
          takeRows();
        }
        if (signal instanceof AgreementCancelled cancelled) {
          takeRows();
          leave(cancelled);
        }
        state.take(signal, halfLives);
        if (signal instanceof VisitCompleted visit) {
          visited.add(visit.agreementId());
        } else if (signal instanceof VisitMissed visit) {
          visited.add(visit.agreementId());
        }
      }
      takeRows();
    }

    private void takeRows() {
      for (var agreement : visited) {
        track(agreement, state.lastAt());
      }
      visited.clear();
    }

    private void track(UUID agreement, long at) {
      for (var track : state.agreements()) {
        if (track.id().equals(agreement) && track.active()) {
          FeatureVector.at(state, track, at, halfLives, graceDays, features);
          open.put(agreement, openRow(track, at));
        }
      }
    }

    private OpenRow openRow(AgreementState track, long at) {
      var knownAt = EpochMicros.plusDays(at, track.intervalDays());
      return new OpenRow(into.add(features, weight, at, knownAt), at, track.intervalDays());
    }

    private void leave(AgreementCancelled cancelled) {
      var row = open.remove(cancelled.agreementId());
      if (row != null && !cancelled.isByCompany()) {
        var leftAt = EpochMicros.of(cancelled.at());
        into.markLeft(row.row, EpochMicros.days(row.at, leftAt) / row.intervalDays, leftAt);
      }
    }
  }
}
