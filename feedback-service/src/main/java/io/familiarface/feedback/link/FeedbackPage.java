package io.familiarface.feedback.link;

import io.familiarface.feedback.feedback.SayingByLink.Said;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The page on which a customer says how satisfied they are.
 *
 * @param greeting how they like to be called; empty if nobody knows
 * @param about what it is about
 * @param words what they wrote so far
 * @param callMe what was ticked and could not be taken; what was taken is ticked no more, so that
 *     they can ask again
 * @param thanks shown once they have said something; empty before
 * @param error what could not be taken; empty for nothing
 * @param reviewUrl where they may say it in public; empty for nowhere
 * @param phone empty for none
 */
record FeedbackPage(
    String greeting,
    String about,
    List<Mark> marks,
    String words,
    boolean callMe,
    String thanks,
    String error,
    String reviewUrl,
    String phone) {
  private static final List<String> LABELS =
      List.of("very dissatisfied", "dissatisfied", "so-so", "satisfied", "very satisfied");

  /** One of the five to tap. */
  record Mark(int value, String label, boolean chosen) {}

  static List<Mark> marks(Said said) {
    return IntStream.rangeClosed(1, LABELS.size())
        .mapToObj(
            value ->
                new Mark(value, LABELS.get(value - 1), said.csat() != null && said.csat() == value))
        .toList();
  }

  /**
   * @param asksForCall whether they have just asked for a call
   */
  static String thanks(Said said, boolean asksForCall) {
    if (said.equals(Said.NOTHING)) {
      return "";
    }
    String mark =
        said.csat() == null
            ? ""
            : " You chose " + said.csat() + ", " + LABELS.get(said.csat() - 1) + ".";
    String call =
        asksForCall ? " We will call you." : said.callMe() ? " You asked us to call you." : "";
    return "Thank you, we have it." + mark + call;
  }
}
