package io.familiarface.feedback;

import io.familiarface.rest.problem.ProblemType;

/** Every refusal that is this service's own. */
public enum FeedbackProblem implements ProblemType {
  NO_SUCH_CUSTOMER("no-such-customer", "No such customer", 404),
  NO_SUCH_FEEDBACK("no-such-feedback", "No such feedback", 404),
  NO_SUCH_COMPLAINT("no-such-complaint", "No such complaint", 404),
  NO_SUCH_FLAG("no-such-flag", "No such flag", 404),
  UNKNOWN_CUSTOMER("unknown-customer", "Unknown customer", 422),
  UNKNOWN_VISIT("unknown-visit", "Unknown visit", 422),
  UNKNOWN_AGREEMENT("unknown-agreement", "Unknown agreement", 422),
  UNKNOWN_TECHNICIAN("unknown-technician", "Unknown technician", 422),
  TECHNICIAN_HAS_LEFT("technician-has-left", "The technician has left", 422),
  EXTERNAL_ID_TAKEN("external-id-taken", "External id taken", 409),
  ALREADY_RESOLVED("already-resolved", "Already resolved", 409),
  FLAG_NOT_OPEN("flag-not-open", "The flag is not open", 409),
  NO_SUCH_MODEL("no-such-model", "No such model", 404),
  NO_SUCH_BACK_TEST("no-such-back-test", "No such back-test", 404),
  TRAINING_RUNNING("training-running", "A training is running already", 409),
  BACK_TEST_RUNNING("back-test-running", "A back-test is running already", 503),
  BACK_TEST_REFUSED("back-test-refused", "The history cannot answer this", 422),
  NEIGHBOUR_AWAY("neighbour-away", "Another service does not answer", 503);

  private final String slug;
  private final String title;
  private final int status;

  FeedbackProblem(String slug, String title, int status) {
    this.slug = slug;
    this.title = title;
    this.status = status;
  }

  @Override
  public String slug() {
    return slug;
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
