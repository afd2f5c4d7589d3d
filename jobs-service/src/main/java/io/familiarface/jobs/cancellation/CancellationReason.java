package io.familiarface.jobs.cancellation;

/** Why an agreement is cancelled, as far as the company knows. */
enum CancellationReason {
  TECHNICIAN_CHANGES,
  SERVICE,
  PRICE,
  MOVED,
  BUSINESS_CLOSED,
  OTHER,
  /** The company let the customer go: they did not leave it. */
  LET_GO
}
