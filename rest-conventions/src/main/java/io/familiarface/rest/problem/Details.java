package io.familiarface.rest.problem;

/** What to do next, for refusals of which only the status is known. */
final class Details {
  private Details() {}

  static String of(int status) {
    return switch (status) {
      case 401 ->
          "Send a valid token: 'Authorization: Bearer …'. It may be missing, expired or made for another system.";
      case 403 -> "Your token is valid but its role may not do this.";
      case 404 -> "Check the address; the paths are listed in the OpenAPI document at /q/openapi.";
      case 405 -> "The methods of this resource are listed in the OpenAPI document at /q/openapi.";
      case 406 ->
          "Ask for what is answered here: mostly application/json, of an import application/x-ndjson; the OpenAPI document at /q/openapi lists it.";
      case 415 ->
          "Name the content type of the body in the Content-Type header; the OpenAPI document at /q/openapi lists those understood.";
      case 503 -> "Try again in a few seconds.";
      default ->
          status >= 500
              ? "It has been logged. Try again later."
              : "The request could not be understood.";
    };
  }
}
