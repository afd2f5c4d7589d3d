package io.familiarface.feedback;

import io.familiarface.rest.problem.ProblemType;

/** Every refusal that is this service's own. */
public enum FeedbackProblem implements ProblemType {
  NO_SUCH_CUSTOMER("No such customer", 404),
  NO_SUCH_TECHNICIAN("No such technician", 404),
  NO_SUCH_FEEDBACK("No such feedback", 404),
  NO_SUCH_COMPLAINT("No such complaint", 404),
  NO_SUCH_FLAG("No such flag", 404),
  NO_SUCH_FEEDBACK_REQUEST("No such request for feedback", 404),
  NO_SUCH_LINK("No such link", 404),
  NO_SUCH_FOLLOW_UP("No such follow-up", 404),
  UNKNOWN_CUSTOMER("Unknown customer", 422),
  UNKNOWN_VISIT("Unknown visit", 422),
  VISIT_AHEAD("This visit is still ahead", 422),
  UNKNOWN_PROJECT("Unknown project", 422),
  UNKNOWN_COMPLAINT("Unknown complaint", 422),
  UNKNOWN_AGREEMENT("Unknown agreement", 422),
  NOT_THEIR_INVOICE("Not an invoice of this customer", 422),
  UNKNOWN_TECHNICIAN("Unknown technician", 422),
  TECHNICIAN_HAS_LEFT("Technician has left", 422),
  ALREADY_RESOLVED("Already resolved", 409),
  STEP_NOT_DUE("This step is not due", 409),
  REMEDY_CHANGED("Another remedy has been agreed", 409),
  CASE_TOO_LONG("The case has too many steps", 409),
  CASE_IN_HAND("The case is being mended here", 409),
  APPROVAL_BY_ANOTHER("Another person has to approve this", 403),
  ABOVE_YOUR_LIMIT("More than you may give", 403),
  ASKED_LATELY("The customer was asked lately", 409),
  CUSTOMER_LET_GO("The customer was let go", 409),
  FOLLOW_UP_TAKEN("Somebody else has this call in hand", 409),
  FLAG_NOT_OPEN("The flag is not open", 409),
  FOLLOW_UP_CLOSED("The follow-up is closed", 409),
  NOTHING_TO_TELL("There is no coming change to tell of", 422),
  NO_SUCH_MODEL("No such model", 404),
  NO_SUCH_BACK_TEST("No such back-test", 404),
  TRAINING_RUNNING("A training is running already", 409),
  BACK_TEST_RUNNING("A back-test is running already", 503),
  BACK_TEST_REFUSED("The history cannot answer this", 422),
  NEIGHBOUR_AWAY("Another service does not answer", 503);

  private final String title;
  private final int status;

  FeedbackProblem(String title, int status) {
    this.title = title;
    this.status = status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int status() {
    return status;
  }
}
