package io.familiarface.feedback.jobs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What was agreed, as far as it tells what a customer is worth; null is unknown. */
record AgreementCopy(
    UUID id,
    UUID customerId,
    String program,
    Double visitIntervalDays,
    Instant startedAt,
    Instant endsAt,
    BigDecimal priceAmount,
    String priceCurrency,
    long revision) {

  /** The end of an agreement, which may be heard of before its beginning. */
  record Cancelled(UUID id, UUID customerId, Instant at, long revision) {}
}
