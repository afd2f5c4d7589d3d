package io.familiarface.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The refusals that every service can give. */
public enum CommonProblem implements ProblemType {
  INVALID_REQUEST(400, "The request is not valid"),
  MALFORMED_JSON(400, "The body is not well-formed JSON"),
  UNKNOWN_PARAMETER(400, "There is no such query parameter"),
  INVALID_CURSOR(400, "The cursor does not belong to this list"),
  UNAUTHENTICATED(401, "A valid bearer token is needed"),
  FORBIDDEN(403, "This is not for your role"),
  NOT_FOUND(404, "There is no such thing here"),
  METHOD_NOT_ALLOWED(405, "This resource has no such method"),
  NOT_ACCEPTABLE(406, "No representation that you accept"),
  STILL_RUNNING(409, "A request with this idempotency key is still running"),
  CONFLICT(409, "Another change came first"),
  EXTERNAL_ID_TAKEN(409, "External id already taken"),
  GONE(410, "This is no longer here"),
  STALE(412, "It has changed since you read it"),
  BODY_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "This content type is not understood here"),
  KEY_REUSED(422, "The idempotency key was used for another request"),
  PRECONDITION_REQUIRED(428, "An If-Match header is needed"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  UNAVAILABLE(503, "Not available just now"),
  NOT_ADMITTED(503, "Another service does not let this one in");

  private final int status;
  private final String title;

  CommonProblem(int status, String title) {
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

  /**
   * An external id is another one's.
   *
   * @param what has it, such as {@code "trait of this customer"}
   */
  public static HttpProblem externalIdTaken(String what, String externalId) {
    return EXTERNAL_ID_TAKEN.at(
        "/externalId", "Another %s has the external id '%s'.".formatted(what, externalId));
  }

  /** The type for a problem of which only the status is known. */
  public static ProblemType ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> CONFLICT;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 429 -> TOO_MANY_REQUESTS;
      case 503 -> UNAVAILABLE;
      default -> status >= 500 ? INTERNAL_ERROR : INVALID_REQUEST;
    };
  }
}
