package io.familiarface.risk.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How soon after a visit those who leave do so: for each of {@link #KNOTS}, a fraction of the time
 * between two visits, the share of them who have left by then. In between it is read off a straight
 * line.
 */
public record CancellationTiming(List<Double> shares) {

  public static final List<Double> KNOTS =
      List.of(0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1.0);

  public CancellationTiming {
    shares = List.copyOf(shares);
    if (shares.size() != KNOTS.size()) {
      throw new IllegalArgumentException("one share for each of " + KNOTS);
    }
  }

  /** Half of them in the first quarter. */
  public static CancellationTiming prior() {
    var shares = new ArrayList<Double>();
    for (double knot : KNOTS) {
      shares.add(Math.sqrt(knot));
    }
    return new CancellationTiming(shares);
  }

  /** The share by a fraction of the time between two visits. */
  public double by(double fraction) {
    if (fraction <= 0) {
      return 0;
    }
    var knotBefore = 0.0;
    var shareBefore = 0.0;
    for (var i = 0; i < shares.size(); i++) {
      double knot = KNOTS.get(i);
      double share = shares.get(i);
      if (fraction <= knot) {
        var part = (fraction - knotBefore) / (knot - knotBefore);
        return shareBefore + part * (share - shareBefore);
      }
      knotBefore = knot;
      shareBefore = share;
    }
    return 1;
  }
}
