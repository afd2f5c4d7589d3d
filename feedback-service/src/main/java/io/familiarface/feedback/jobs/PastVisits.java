package io.familiarface.feedback.jobs;

/** What is known here of the visits that were made. */
public final class PastVisits {
  /** What another package may join: who came, and whether somebody else was expected. */
  public static final String CIRCUMSTANCES =
      "(select id, technician_id, change_reason, customer_told from visit_copy"
          + " where state = 'OVER' and technician_id is not null)";

  private PastVisits() {}
}
