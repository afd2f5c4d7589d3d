package io.familiarface.feedback.flag;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event {@code flag.changed}. */
record FlagChanged(
    UUID flagId,
    UUID customerId,
    State state,
    Instant raisedAt,
    Instant clearedAt,
    List<String> reasonCodes,
    String modelVersion,
    Integer leadDays,
    Integer leadVisits,
    long revision) {

  static FlagChanged of(StoredFlag flag) {
    return new FlagChanged(
        flag.id(),
        flag.customerId(),
        flag.state(),
        flag.raisedAt(),
        flag.clearedAt(),
        flag.reasonCodes(),
        flag.modelVersion(),
        flag.leadDays(),
        flag.leadVisits(),
        flag.revision());
  }
}
