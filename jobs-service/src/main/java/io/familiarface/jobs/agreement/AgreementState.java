package io.familiarface.jobs.agreement;

/** Whether an agreement still has visits to come. */
enum AgreementState {
  ACTIVE,
  CANCELLED
}
