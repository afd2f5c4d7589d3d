package io.familiarface.customers.feedback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event {@code flag.changed}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FlagChanged(
    UUID flagId,
    UUID customerId,
    String state,
    Instant raisedAt,
    Instant clearedAt,
    List<String> reasonCodes,
    long revision) {

  FlagChanged {
    reasonCodes = reasonCodes == null ? List.of() : List.copyOf(reasonCodes);
  }
}
