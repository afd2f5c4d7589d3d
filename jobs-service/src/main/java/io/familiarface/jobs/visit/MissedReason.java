package io.familiarface.jobs.visit;

/** Why a visit didn't take place. */
enum MissedReason {
  TECHNICIAN_DID_NOT_COME,
  NO_TECHNICIAN_AVAILABLE,
  CUSTOMER_NOT_THERE,
  WEATHER,
  OTHER
}
