package io.familiarface.risk.continuity;

import java.util.HashMap;
import java.util.List;

/**
 * Continuity of care over n visits, nᵢ of them by technician i, in the standard terms of the health
 * services literature. What is not known is null, never 0: measures of pairs for n &lt; 2, the
 * others for n = 0.
 *
 * @param usualProvider UPC, max nᵢ / n (Breslau and Reeb 1975)
 * @param bb COC, (Σnᵢ² − n) / (n(n − 1)) (Bice and Boxerman 1977)
 * @param sequential SECON, the share of consecutive pairs of visits with the same technician
 *     (Steinwachs 1979)
 * @param mmci (1 − M / (n + 0.1)) / (1 − 1 / (n + 0.1)) (Magill and Senf 1987)
 * @param entropy −Σ (nᵢ/n) log₂ (nᵢ/n)
 */
public record Continuity(
    int visits,
    int technicians,
    Double usualProvider,
    Double bb,
    Double sequential,
    Double mmci,
    Double entropy) {

  /**
   * From sums that can be kept up to date visit by visit.
   *
   * @param squares Σnᵢ²
   * @param weightedLogs Σnᵢ·log₂nᵢ
   * @param samePairs consecutive pairs of visits with the same technician
   */
  public static Continuity of(
      int visits, int technicians, int most, long squares, double weightedLogs, int samePairs) {
    if (visits == 0) {
      return new Continuity(0, 0, null, null, null, null, null);
    }
    double n = visits;
    var pairs = visits > 1;
    return new Continuity(
        visits,
        technicians,
        most / n,
        pairs ? (squares - n) / (n * (n - 1)) : null,
        pairs ? samePairs / (n - 1) : null,
        (1 - technicians / (n + 0.1)) / (1 - 1 / (n + 0.1)),
        Math.max(0, log2(n) - weightedLogs / n));
  }

  /** Of a short list, in the order of the visits; technicians are whatever is equal to itself. */
  public static Continuity of(List<?> technicians) {
    var counts = new HashMap<Object, Integer>();
    var samePairs = 0;
    for (var i = 0; i < technicians.size(); i++) {
      counts.merge(technicians.get(i), 1, Integer::sum);
      if (i > 0 && technicians.get(i).equals(technicians.get(i - 1))) {
        samePairs++;
      }
    }
    var most = 0;
    var squares = 0L;
    var weightedLogs = 0.0;
    for (int n : counts.values()) {
      most = Math.max(most, n);
      squares += (long) n * n;
      weightedLogs += n * log2(n);
    }
    return of(technicians.size(), counts.size(), most, squares, weightedLogs, samePairs);
  }

  public static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
