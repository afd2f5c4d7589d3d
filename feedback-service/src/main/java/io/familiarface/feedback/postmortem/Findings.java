package io.familiarface.feedback.postmortem;

import io.familiarface.feedback.complaint.CaseStory;
import io.familiarface.feedback.flag.CustomerFlags.FlagPeriod;
import io.familiarface.feedback.plot.Chart;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.ComplaintReopened;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The story of a customer in a few sentences. */
final class Findings {
  private final Wording wording;
  private final Instant left;
  private final AgreementCancelled cancelled;
  private final Instant until;

  /**
   * @param left null while the customer is here
   * @param cancelled null of one who left without a word, too
   */
  Findings(Wording wording, Instant left, AgreementCancelled cancelled, Instant until) {
    this.wording = wording;
    this.left = left;
    this.cancelled = cancelled;
    this.until = until;
  }

  /**
   * @param before what had happened until then, in order
   * @param flags in the order in which they were raised
   * @param heldBack those of the flags whose call was not made, on purpose
   */
  List<String> of(
      PostMortemView.Summary summary,
      List<Signal> before,
      List<FlagPeriod> flags,
      List<UUID> heldBack,
      List<CaseStory> cases,
      WhatWouldHaveHelped helped) {
    List<String> sentences = new ArrayList<>();
    sentences.add(what(summary, before));
    sentences.add(flag(flags, heldBack));
    cases.stream()
        .filter(one -> !one.receivedAt().isAfter(until))
        .filter(one -> isOpen(one, before))
        .findFirst()
        .ifPresent(
            one ->
                sentences.add(
                    "The complaint of %s was not settled."
                        .formatted(wording.day(one.receivedAt()))));
    sentences.add(help(helped));
    return sentences;
  }

  /** Of its dates a case knows the last alone: how it stood when they left, the signals say. */
  private static boolean isOpen(CaseStory one, List<Signal> before) {
    return before.stream()
        .filter(
            signal ->
                signal instanceof ComplaintResolved resolved
                        && resolved.complaintId().equals(one.id())
                    || signal instanceof ComplaintReopened reopened
                        && reopened.complaintId().equals(one.id()))
        .reduce((earlier, last) -> last)
        .filter(ComplaintResolved.class::isInstance)
        .isEmpty();
  }

  private String what(PostMortemView.Summary summary, List<Signal> before) {
    String so =
        "%s by %s; %s and %s."
            .formatted(
                number(summary.visits(), "visit"),
                number(summary.faces(), "technician"),
                number(summary.changes(), "technician change"),
                number(summary.promisesBroken(), "breach of a promise", "breaches of a promise"));
    if (left == null) {
      return stayed(before) + " So far " + so;
    }
    if (cancelled == null) {
      return "The customer left without a word: their agreement had run out, and by %s nobody had come for long, after %s"
          .formatted(wording.day(left), so);
    }
    if (cancelled.isByCompany()) {
      return "We let the customer go on %s, after %s".formatted(wording.day(left), so);
    }
    return "The customer left on %s, after %s %s"
        .formatted(wording.day(left), so, reason(cancelled));
  }

  /** Of who is here: they may have cancelled an agreement and have another. */
  private String stayed(List<Signal> before) {
    return before.stream()
        .filter(AgreementCancelled.class::isInstance)
        .map(AgreementCancelled.class::cast)
        .reduce((earlier, last) -> last)
        .map(
            one ->
                one.isByCompany()
                    ? "We ended an agreement on %s, and another runs.".formatted(day(one))
                    : "The customer cancelled an agreement on %s, and another runs. %s"
                        .formatted(day(one), reason(one)))
        .orElse("The customer has not cancelled.");
  }

  private String day(AgreementCancelled one) {
    return wording.day(one.at());
  }

  private static String reason(AgreementCancelled one) {
    return one.reason() == null
        ? "No reason is on record."
        : "The reason on record is %s."
            .formatted(one.reason().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private String flag(List<FlagPeriod> flags, List<UUID> heldBack) {
    FlagPeriod last =
        flags.stream()
            .filter(flag -> !flag.raisedAt().isAfter(until))
            .reduce((one, other) -> other)
            .orElse(null);
    if (last == null) {
      return "No flag was raised.";
    }
    String nobody =
        heldBack.contains(last.id())
            ? "its call was held back, to learn whether calling helps"
            : "nobody acted on it";
    String acted =
        isBy(last.actedAt())
            ? "%s acted on it on %s".formatted(last.actedBy(), wording.day(last.actedAt()))
            : nobody;
    String cleared =
        isBy(last.clearedAt()) ? ", and it was cleared on " + wording.day(last.clearedAt()) : "";
    return "A flag was raised on %s, %s %s; %s%s."
        .formatted(
            wording.day(last.raisedAt()),
            number((int) Duration.between(last.raisedAt(), until).toDays(), "day"),
            left == null ? "ago" : "before",
            acted,
            cleared);
  }

  /** What was done after they had left is no part of how it came about. */
  private boolean isBy(Instant at) {
    return at != null && !at.isAfter(until);
  }

  private static String help(WhatWouldHaveHelped helped) {
    if (helped.each().isEmpty()) {
      return "By the engine, nothing that is on record would have made a difference.";
    }
    return "Most would have helped: " + of(helped, helped.each().get(0));
  }

  /** What would have been, in a sentence. */
  static String of(WhatWouldHaveHelped helped, WhatWouldHaveHelped.Help help) {
    return "Had %s: %s instead of %s."
        .formatted(
            help.what().words(),
            Chart.percent(help.probability()),
            Chart.percent(helped.probability()));
  }

  private static String number(int number, String one) {
    return number(number, one, one + "s");
  }

  private static String number(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
