package io.familiarface.customers.feedback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the customer thinks of us, as far as feedback-service has told.
 *
 * @param risk null while none was assessed
 * @param flag the newest; null when there never was one
 */
public record HerView(Scores scores, List<Complaint> openComplaints, Risk risk, Flag flag) {

  /** How content she says she is; null where she has not said. */
  public record Scores(
      Integer lastCsat,
      Instant lastCsatAt,
      BigDecimal averageCsat,
      Integer lastNps,
      long answers) {}

  /** A complaint that is not settled. */
  public record Complaint(
      UUID id, String state, String severity, String cause, Instant receivedAt, boolean reopened) {}

  /** How likely she is to leave. */
  public record Risk(
      Instant asOf,
      BigDecimal probability,
      String band,
      boolean flagged,
      List<String> reasonCodes,
      String modelVersion) {}

  /** That somebody should act. */
  public record Flag(
      UUID id, String state, Instant raisedAt, Instant clearedAt, List<String> reasonCodes) {}
}
