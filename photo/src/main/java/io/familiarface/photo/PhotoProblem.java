package io.familiarface.photo;

import io.familiarface.rest.problem.ProblemType;

/** Why an upload becomes no photo. */
public enum PhotoProblem implements ProblemType {
  PHOTO_TOO_LARGE(413, "Photo too large"),
  PHOTO_KIND_UNSUPPORTED(415, "Kind of photo not supported"),
  PHOTO_UNREADABLE(422, "Photo cannot be read");

  private final int status;
  private final String title;

  PhotoProblem(int status, String title) {
    this.status = status;
    this.title = title;
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
