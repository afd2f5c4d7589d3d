package io.familiarface.rest.refusal;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pages that customers see in place of refusals written for programs. They are made when the
 * service starts: a crowd is turned away without work.
 */
@Singleton
public class RefusedPages {
  /** What customers open without signing in is below this. */
  private static final String OWN_PAGES = "/v1/links/";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex, nofollow">
      <title>%1$s</title>
      <style>
      body { margin: 0; background: #faf9f6; color: #1c2422; font: 18px/1.5 system-ui, sans-serif }
      main { max-width: 38rem; margin: 0 auto; padding: 24px 20px 48px }
      h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 12px }
      </style>
      </head>
      <body>
      <main>
      <h1>%1$s</h1>
      <p>%2$s</p>
      <p>We are glad to hear from you%3$s.</p>
      </main>
      </body>
      </html>
      """;

  private final String tooLong;
  private final String tooMuch;
  private final String notNow;
  private final String unread;

  RefusedPages(@ConfigProperty(name = "familiar.refused-pages.phone") Optional<String> phone) {
    String call = phone.map(number -> ": you can also call us, " + escaped(number)).orElse("");
    tooLong =
        page(
            "This is too long for us to take",
            "Please go back, and keep what you write to 4,000 characters.",
            call);
    tooMuch =
        page(
            "Too much at a time",
            "Please wait a minute, then load this page again: what you sent is sent once more.",
            call);
    notNow =
        page(
            "This did not work just now",
            "That was our fault, not yours. Please wait a moment, then load this page again:"
                + " what you sent is sent once more.",
            call);
    unread =
        page(
            "This could not be read", "Please open your link again, and send it from there.", call);
  }

  private static String page(String title, String todo, String call) {
    return PAGE.formatted(title, todo, call);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * What says in HTML that a request was refused with this status; empty where nobody looks at it
   * in a browser, or at another page than a customer's own.
   *
   * @param accept the header; null for none
   */
  public Optional<String> of(int status, String path, String accept) {
    return path != null && path.startsWith(OWN_PAGES) && asksForPage(accept)
        ? Optional.of(of(status))
        : Optional.empty();
  }

  private String of(int status) {
    return switch (status) {
      case 413 -> tooLong;
      case 429 -> tooMuch;
      default -> status >= 500 || status == 409 ? notNow : unread;
    };
  }

  private static boolean asksForPage(String accept) {
    return accept != null
        && Arrays.stream(accept.split(","))
            .map(type -> type.split(";", 2)[0].strip())
            .anyMatch("text/html"::equalsIgnoreCase);
  }
}
