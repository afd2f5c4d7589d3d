package io.familiarface.jobs.visit;

/** Who wanted a visit to be at another time. */
enum AskedBy {
  CUSTOMER,
  COMPANY
}
