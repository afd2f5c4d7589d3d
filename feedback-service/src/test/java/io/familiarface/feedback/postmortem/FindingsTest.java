package io.familiarface.feedback.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.complaint.CaseStory;
import io.familiarface.feedback.flag.CustomerFlagState;
import io.familiarface.feedback.flag.CustomerFlags.FlagPeriod;
import io.familiarface.feedback.recovery.CaseState;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ComplaintReopened;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.Severity;
import io.familiarface.risk.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Instant NOW = Instant.parse("2026-06-30T09:00:00Z");
  private static final UUID CASE = new UUID(0, 7);
  private static final PostMortemView.Summary SUMMARY =
      new PostMortemView.Summary(10, 4, 3, 0, 1, 1, 1, 0);
  private static final WhatWouldHaveHelped NOTHING = new WhatWouldHaveHelped(0.4, List.of(), 0.4);

  @Test
  void of_one_who_is_here_a_flag_was_raised_ago_and_that_it_was_cleared_is_told() {
    FlagPeriod cleared =
        new FlagPeriod(
            new UUID(0, 1),
            CustomerFlagState.CLEARED,
            ago(90),
            ago(10),
            null,
            null,
            null,
            List.of(),
            ago(80),
            "Pat",
            "Called.");
    assertThat(
            findings(null).of(SUMMARY, List.of(), List.of(cleared), List.of(), List.of(), NOTHING))
        .contains(
            "A flag was raised on 1 Apr 2026, 90 days ago; Pat acted on it on 11 Apr 2026, and it"
                + " was cleared on 20 Jun 2026.");
  }

  @Test
  void a_complaint_that_came_back_after_they_had_left_was_settled_when_they_left() {
    List<Signal> before = List.of(new ComplaintResolved(CASE, ago(120), Answer.YES));
    AgreementCancelled left = new AgreementCancelled(new UUID(0, 2), ago(100), "MOVED");
    assertThat(told(left, before)).noneMatch(sentence -> sentence.endsWith("was not settled."));
    List<Signal> cameBack = List.of(before.get(0), new ComplaintReopened(CASE, ago(110), 2));
    assertThat(told(left, cameBack)).contains("The complaint of 11 Feb 2026 was not settled.");
  }

  @Test
  void whoever_cancelled_one_agreement_and_has_another_is_told_to_have_done_so() {
    AgreementCancelled one = new AgreementCancelled(new UUID(0, 2), ago(100), "PRICE");
    assertThat(told(null, List.of(one)))
        .anyMatch(
            sentence ->
                sentence.startsWith(
                    "The customer cancelled an agreement on 22 Mar 2026, and another runs. The"
                        + " reason on record is price. So far "));
    AgreementCancelled ours = new AgreementCancelled(new UUID(0, 2), ago(100), "LET_GO");
    assertThat(told(null, List.of(ours)))
        .anyMatch(sentence -> sentence.startsWith("We ended an agreement on 22 Mar 2026"));
  }

  private static List<String> told(AgreementCancelled left, List<Signal> before) {
    return findings(left)
        .of(SUMMARY, before, List.of(), List.of(), List.of(settledTwice()), NOTHING);
  }

  private static Findings findings(AgreementCancelled left) {
    Instant at = left == null ? null : left.at();
    return new Findings(
        new Wording(technician -> null, ZoneOffset.UTC), at, left, at == null ? NOW : at);
  }

  /** Its row knows the dates of the last round alone. */
  private static CaseStory settledTwice() {
    return new CaseStory(
        CASE,
        Instant.parse("2026-02-11T12:00:00Z"),
        Severity.LOW,
        null,
        null,
        null,
        null,
        null,
        CaseState.CLOSED,
        null,
        null,
        null,
        ago(20),
        ago(50),
        true,
        List.of());
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }
}
