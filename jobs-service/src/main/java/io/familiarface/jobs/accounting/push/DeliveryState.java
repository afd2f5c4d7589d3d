package io.familiarface.jobs.accounting.push;

/** What has become of a push. */
enum DeliveryState {
  /** Still to be sent, or to be tried again. */
  PENDING,
  DELIVERED,
  /** Given up; somebody may have it sent again. */
  DEAD
}
