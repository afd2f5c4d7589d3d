package io.familiarface.customers;

import io.familiarface.rest.problem.ProblemType;

/** What can go wrong here and nowhere else. The slugs are part of the API. */
public enum CustomersProblem implements ProblemType {
  NO_SUCH_CUSTOMER(404, "No such customer"),
  NO_SUCH_TRAIT(404, "No such trait"),
  NO_SUCH_PROMISE(404, "No such promise"),
  NO_SUCH_INTERACTION(404, "No such interaction"),
  NO_PHOTO(404, "No photo yet"),
  EXTERNAL_ID_TAKEN(409, "External id already taken"),
  ALREADY_DECIDED(409, "Promise already decided"),
  NOT_YOUR_CUSTOMER(403, "Not a customer of your visits"),
  UNKNOWN_CUSTOMER(422, "Unknown customer"),
  UNKNOWN_TECHNICIAN(422, "Unknown technician"),
  DECIDED_BY_VISITS(422, "Decided by visits"),
  JOBS_SERVICE_UNREACHABLE(503, "Jobs service cannot be reached"),
  PHOTO_UNREADABLE(422, "Photo cannot be read"),
  PHOTO_TOO_LARGE(413, "Photo too large"),
  PHOTO_KIND_UNSUPPORTED(415, "Kind of photo not supported");

  private final int status;
  private final String title;

  CustomersProblem(int status, String title) {
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
