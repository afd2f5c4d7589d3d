package io.familiarface.feedback.flag;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event {@code flag.changed}. */
record FlagChanged(
    UUID flagId,
    UUID customerId,
    CustomerFlagState state,
    Instant raisedAt,
    Instant clearedAt,
    List<String> reasonCodes,
    String modelVersion,
    Integer leadDays,
    Integer leadVisits,
    long revision) {

  static FlagChanged of(CustomerFlag flag) {
    return new FlagChanged(
        flag.id,
        flag.customerId,
        flag.state,
        flag.raisedAt,
        flag.end().clearedAt(),
        flag.reasonCodes,
        flag.modelVersion,
        flag.end().leadDays(),
        flag.end().leadVisits(),
        flag.version);
  }
}
