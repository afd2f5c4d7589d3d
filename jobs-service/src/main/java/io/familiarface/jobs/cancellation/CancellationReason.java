package io.familiarface.jobs.cancellation;

/** Why a customer leaves, as far as the company knows. */
enum CancellationReason {
  TECHNICIAN_CHANGES,
  SERVICE,
  PRICE,
  MOVED,
  BUSINESS_CLOSED,
  OTHER
}
