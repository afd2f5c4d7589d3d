package io.familiarface.jobs.visit;

/** Why a visit didn't take place. */
enum MissedReason {
  TECHNICIAN_DID_NOT_COME,
  NO_TECHNICIAN_AVAILABLE,
  CUSTOMER_NOT_THERE,
  WEATHER,
  OTHER;

  /** Whether it was for us to come, and to say so. */
  boolean isOurs() {
    return this != CUSTOMER_NOT_THERE;
  }

  /** Whether it can be clear before the day of the visit that nobody comes. */
  boolean isForeseeable() {
    return this == NO_TECHNICIAN_AVAILABLE || this == WEATHER || this == OTHER;
  }
}
