package io.familiarface.feedback.followup;

import io.familiarface.rest.problem.ProblemType;
import java.util.UUID;

/** The refusals that follow-ups add to those of the service. */
enum FollowUpProblem implements ProblemType {
  NO_SUCH_FOLLOW_UP("no-such-follow-up", "No such follow-up", 404),
  FOLLOW_UP_CLOSED("follow-up-closed", "The follow-up is closed", 409),
  NOTHING_TO_TELL("nothing-to-tell", "There is no coming change to tell of", 422);

  private final String slug;
  private final String title;
  private final int status;

  FollowUpProblem(String slug, String title, int status) {
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

  static RuntimeException noSuchFollowUp(UUID id) {
    return NO_SUCH_FOLLOW_UP.because("There is no follow-up " + id + ".");
  }
}
