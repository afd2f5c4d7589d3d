package io.familiarface.jobs.accounting.system;

/** What became of a document on its way into the accounting system. */
enum BookingState {
  PENDING,
  BOOKED,
  /** For the words that it gives; somebody has to put something right. */
  REFUSED,
  /** The system did not answer, for as long as we tried. */
  GIVEN_UP
}
