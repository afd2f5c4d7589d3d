package io.familiarface.jobs.accounting.system;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a document on its way into the accounting system. */
@Schema(
    description =
        "PENDING; BOOKED; REFUSED for the words it gives, somebody has to put something "
            + "right; GIVEN_UP: the system did not answer as long as we tried.")
enum BookingState {
  PENDING,
  BOOKED,
  /** For the words that it gives; somebody has to put something right. */
  REFUSED,
  /** The system did not answer, for as long as we tried. */
  GIVEN_UP
}
