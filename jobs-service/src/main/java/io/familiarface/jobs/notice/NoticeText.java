package io.familiarface.jobs.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * What to say to a customer of a change, ready to be read out or sent.
 *
 * @param customer how they like to be called; null if nobody knows
 * @param was who was to come, null if nobody or the same
 * @param comes null when nobody is assigned
 * @param wasWhen the time before, in words; null if it is the same
 * @param introduction two sentences on who comes; null if there are none, or the customer knows
 */
record NoticeText(
    String customer, String was, String comes, String wasWhen, String when, String introduction) {

  String subject() {
    return wasWhen == null ? "Who comes to you on " + when : "Your visit moves to " + when;
  }

  String text() {
    List<String> parts = new ArrayList<>();
    if (wasWhen != null) {
      parts.add("Your visit of %s moves to %s.".formatted(wasWhen, when));
    }
    if (comes == null) {
      parts.add("We will tell you as soon as we know who comes.");
    } else if (was != null) {
      parts.add(
          wasWhen == null
              ? "On %s, %s comes to you in place of %s.".formatted(when, comes, was)
              : "%s comes to you in place of %s.".formatted(comes, was));
    } else {
      parts.add(
          wasWhen == null
              ? "On %s, %s comes to you.".formatted(when, comes)
              : "%s comes to you.".formatted(comes));
    }
    if (introduction != null) {
      parts.add(introduction);
    }
    String hello = customer == null ? "Hello," : "Hello %s,".formatted(customer);
    return "%s%n%n%s%n%nIf that doesn't suit you, please tell us: we will find another way."
        .formatted(hello, String.join(" ", parts))
        .replace("\r\n", "\n");
  }
}
