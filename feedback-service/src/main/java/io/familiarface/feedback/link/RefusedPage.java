package io.familiarface.feedback.link;

/**
 * The page that a customer sees in place of a refusal written for programs.
 *
 * @param title what happened
 * @param todo what to do now
 * @param phone empty for none
 */
record RefusedPage(String title, String todo, String phone) {
  static RefusedPage of(int status, String phone) {
    return switch (status) {
      case 413 ->
          new RefusedPage(
              "This is too long for us to take",
              "Please go back, and keep what you write to 4,000 characters.",
              phone);
      case 429 ->
          new RefusedPage(
              "Too much at a time",
              "Please wait a minute, then load this page again: what you sent is sent once more.",
              phone);
      default ->
          status >= 500 || status == 409
              ? new RefusedPage(
                  "This did not work just now",
                  "That was our fault, not yours. Please wait a moment, then load this page again:"
                      + " what you sent is sent once more.",
                  phone)
              : new RefusedPage(
                  "This could not be read",
                  "Please open your link again, and send it from there.",
                  phone);
    };
  }
}
