package io.familiarface.feedback.link;

import io.familiarface.rest.text.Texts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a form of a page sent, {@code application/x-www-form-urlencoded}. */
final class SentForm {
  /** Of which nothing could be read. */
  static final SentForm EMPTY = new SentForm();

  private static final int MOST_CHARACTERS = 4000;

  private final Map<String, String> values = new HashMap<>();

  private SentForm() {}

  /**
   * Reads the body of a form; of a field that is there twice the first counts.
   *
   * @throws Refused when it can't be read
   */
  static SentForm read(String body) {
    SentForm form = new SentForm();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.values.putIfAbsent(
            decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused("What was sent could not be read. Please try again.");
    }
  }

  /** A whole number within bounds; null when none was sent. */
  Integer number(String name, int least, int most) {
    String given = values.getOrDefault(name, "").strip();
    if (given.isEmpty()) {
      return null;
    }
    try {
      int number = Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // refused below, as any other that is out of bounds
    }
    throw new Refused("Please choose a number from " + least + " to " + most + ".");
  }

  /** As {@link #number}, for a page that is shown again: null where it could not be taken. */
  Integer mark(String name, int least, int most) {
    try {
      return number(name, least, most);
    } catch (Refused refusal) {
      return null;
    }
  }

  /** Words in full, with plain line ends; null when the field was not sent. */
  String words(String name) {
    String given = values.get(name);
    if (given == null) {
      return null;
    }
    String words = requireShort(plain(given));
    Optional<String> fault = Texts.fault(words);
    if (fault.isPresent()) {
      throw new Refused("There is something in your words that is no text. Please type them anew.");
    }
    return words;
  }

  /** The same words, where they are no longer than can be taken. */
  static String requireShort(String words) {
    if (words != null && words.length() > MOST_CHARACTERS) {
      throw new Refused("Please keep it to 4,000 characters, or ask us to call you.");
    }
    return words;
  }

  /** What was written, whether it can be taken or not, as text that can be shown; or empty. */
  String written(String name) {
    return Texts.shown(plain(values.getOrDefault(name, "")));
  }

  /** As {@link #words}, with what the field showed before. */
  SentWords words(String name, String seen) {
    return new SentWords(words(name), values.getOrDefault(seen, ""));
  }

  /** As {@link #written}, with what the field showed before. */
  SentWords written(String name, String seen) {
    return values.containsKey(name)
        ? new SentWords(written(name), values.getOrDefault(seen, ""))
        : SentWords.NONE;
  }

  private static String plain(String given) {
    return given.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /** Whether a box was ticked. */
  boolean ticked(String name) {
    String given = values.getOrDefault(name, "").strip();
    return !given.isEmpty() && !given.equalsIgnoreCase("false");
  }

  /** The form can't be taken; the message is for whoever sent it. */
  static final class Refused extends RuntimeException {
    Refused(String message) {
      super(message);
    }
  }
}
