package io.familiarface.feedback.link;

import io.familiarface.feedback.feedback.SayingByLink.Said;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The page on which a customer says what they think.
 *
 * @param greeting how they like to be called; empty if nobody knows
 * @param question what is asked, and about what
 * @param field what is sent with the number tapped
 * @param words what they wrote so far
 * @param seen tells which words the page shows, see {@link SentWords}
 * @param callMe what was ticked and could not be taken; what was taken is ticked no more, so that
 *     they can ask again
 * @param thanks shown once they have said something; empty before
 * @param error what could not be taken; empty for nothing
 * @param reviewUrl where they may say it in public; empty for nowhere
 * @param phone empty for none
 */
record FeedbackPage(
    String greeting,
    String question,
    String field,
    List<Mark> marks,
    String words,
    String seen,
    boolean callMe,
    String thanks,
    String error,
    String reviewUrl,
    String phone) {
  /** One of those to tap. */
  record Mark(int value, String label, boolean chosen) {}

  static List<Mark> marks(LinkQuestion asked, Said said) {
    return IntStream.rangeClosed(asked.least, asked.most())
        .mapToObj(
            value -> new Mark(value, asked.label(value), Objects.equals(asked.of(said), value)))
        .toList();
  }

  /**
   * Empty where nothing was ever said.
   *
   * @param before what was said until now
   * @param asksForCall whether they have just asked for a call
   */
  static String thanks(LinkQuestion asked, Said before, Said said, boolean asksForCall) {
    if (said.equals(Said.NOTHING)) {
      return before.words() == null ? "" : "Your words are taken out.";
    }
    Integer chosen = asked.of(said);
    String mark =
        chosen == null
            ? ""
            : Stream.of(chosen.toString(), asked.label(chosen))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", ", " You chose ", "."));
    String call =
        asksForCall ? " We will call you." : said.callMe() ? " You asked us to call you." : "";
    String out = before.words() != null && said.words() == null ? " Your words are taken out." : "";
    return "Thank you, we have it." + mark + call + out;
  }
}
