package io.familiarface.feedback.complaint;

import java.util.List;

/**
 * Where a case stands, in words for the customer whose case it is; days are those of the company.
 *
 * @param complaint what the customer said; empty if nothing was written down
 * @param standing where it stands
 * @param seenToBy who sees to it, in a sentence
 * @param promised what the company promised, in the order in which it did
 * @param next what comes next, and by when, or that it is late; empty once the case has ended
 * @param history what has happened, in order
 */
public record CaseForCustomer(
    String receivedOn,
    String complaint,
    String standing,
    String seenToBy,
    List<String> promised,
    String next,
    List<Entry> history) {

  /**
   * One thing that happened.
   *
   * @param words what the customer said; empty where it was the company that did something
   */
  public record Entry(String on, String what, String words) {}
}
