package io.familiarface.risk.continuity;

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
  static Continuity of(
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

  static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
