package io.familiarface.feed;

/** The {@code lastEventId} is none that a feed has given. A bad request (400). */
public final class MalformedCursorException extends FeedException {
  MalformedCursorException(String text) {
    super(
        "\"%s\" is not the id of an event. Pass the id of the last event you have handled, or nothing to start from the beginning."
            .formatted(text.length() > 80 ? text.substring(0, 80) + "…" : text));
  }
}
