package io.familiarface.feedback.recovery;

import static io.familiarface.feedback.recovery.CaseStep.APOLOGY;
import static io.familiarface.feedback.recovery.CaseStep.APPROVAL;
import static io.familiarface.feedback.recovery.CaseStep.ASSESSMENT;
import static io.familiarface.feedback.recovery.CaseStep.CHECK_IN;
import static io.familiarface.feedback.recovery.CaseStep.CLOSURE;
import static io.familiarface.feedback.recovery.CaseStep.DELIVERY;
import static io.familiarface.feedback.recovery.CaseStep.REMEDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.signal.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecoveryCaseTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final int SILENCE = 2;
  private static final CaseClock CLOCK =
      new CaseClock(
          new BusinessHours(ZoneOffset.UTC, LocalTime.of(8, 0), LocalTime.of(17, 0), Set.of()),
          Arrays.stream(new CaseStep[] {ASSESSMENT, APOLOGY, REMEDY, APPROVAL, DELIVERY})
              .collect(Collectors.toMap(Function.identity(), step -> times())),
          List.of(Duration.ofDays(7), Duration.ofDays(30)),
          Duration.ofDays(14));

  /** What somebody tries to do. */
  enum Try {
    ASSESS,
    APOLOGISE,
    AGREE,
    AGREE_ON_TOO_MUCH,
    APPROVE,
    REFUSE,
    DELIVER,
    ASK,
    ASK_NOBODY,
    ASK_NOBODY_TOO_SOON,
    CLOSE,
    CLOSE_UNHAPPY,
    CLOSE_BY_SILENCE,
    REOPEN
  }

  @Property(tries = 5_000)
  void no_sequence_of_steps_reaches_a_state_without_its_evidence(
      @ForAll @Size(min = 1, max = 40) List<Try> tries) {
    RecoveryCase recovery = RecoveryCase.received(Severity.MEDIUM, NOON, CLOCK);
    List<Try> evidence = new ArrayList<>();
    for (Try each : tries) {
      RecoveryCase before = recovery;
      try {
        recovery = take(each, recovery);
        evidence.add(each);
        if (each == Try.REOPEN) {
          evidence.clear();
        }
      } catch (StepNotDue e) {
        assertThat(recovery).isSameAs(before);
        assertThat(e.needs()).isNotEmpty();
        assertThat(AllowedSteps.isAllowed(recovery.state(), e.needs().get(0))).isTrue();
      }
      assertThat(recovery.state()).isEqualTo(expected(evidence));
      assertThat(recovery.next().dueAt() == null).isEqualTo(!recovery.state().isOpen());
    }
  }

  /** What the steps on record amount to, read from the last one back, without any table. */
  private static CaseState expected(List<Try> evidence) {
    if (evidence.isEmpty()) {
      return CaseState.RECEIVED;
    }
    assertThat(evidence.get(0)).isEqualTo(Try.ASSESS);
    Try last = evidence.get(evidence.size() - 1);
    return switch (last) {
      case ASSESS -> CaseState.ASSESSED;
      case APOLOGISE, REFUSE -> with(CaseState.OWNED, evidence, Try.APOLOGISE);
      case AGREE_ON_TOO_MUCH -> with(CaseState.AWAITING_APPROVAL, evidence, Try.APOLOGISE);
      case AGREE -> with(CaseState.REMEDY_AGREED, evidence, Try.APOLOGISE);
      case APPROVE -> {
        assertThat(evidence.get(evidence.size() - 2)).isEqualTo(Try.AGREE_ON_TOO_MUCH);
        yield CaseState.REMEDY_AGREED;
      }
      case DELIVER -> {
        assertThat(evidence.get(evidence.size() - 2)).isIn(Try.AGREE, Try.APPROVE);
        yield CaseState.REMEDIED;
      }
      case ASK, ASK_NOBODY, ASK_NOBODY_TOO_SOON ->
          with(CaseState.REBUILDING, evidence, Try.DELIVER);
      case CLOSE -> with(CaseState.CLOSED, evidence, Try.DELIVER);
      case CLOSE_UNHAPPY -> with(CaseState.LOST, evidence, Try.DELIVER);
      case CLOSE_BY_SILENCE -> {
        List<Try> counted =
            evidence.stream().filter(each -> each != Try.ASK_NOBODY_TOO_SOON).toList();
        assertThat(counted.subList(counted.size() - 1 - SILENCE, counted.size() - 1))
            .containsOnly(Try.ASK_NOBODY);
        yield CaseState.CLOSED;
      }
      case REOPEN -> CaseState.RECEIVED;
    };
  }

  private static CaseState with(CaseState state, List<Try> evidence, Try needed) {
    assertThat(evidence).contains(needed);
    return state;
  }

  @Test
  void the_whole_way_has_a_clock_at_each_step() {
    RecoveryCase recovery = RecoveryCase.received(Severity.HIGH, NOON, CLOCK);
    assertDue(recovery, ASSESSMENT, "2026-11-24T16:00:00Z");
    recovery = recovery.assessed(Severity.LOW, NOON, CLOCK);
    assertDue(recovery, APOLOGY, "2026-11-26T12:00:00Z");
    recovery = recovery.owned(Severity.LOW, NOON, CLOCK);
    recovery = recovery.agreed(remedy(), Severity.LOW, NOON, CLOCK);
    assertThat(recovery.next().step()).isEqualTo(DELIVERY);
    recovery = recovery.delivered(NOON, CLOCK);
    assertDue(recovery, CHECK_IN, "2026-12-01T12:00:00Z");
    recovery = recovery.checkedIn(true, NOON.plus(Duration.ofDays(7)), CLOCK);
    assertDue(recovery, CHECK_IN, "2026-12-24T12:00:00Z");
    recovery = recovery.checkedIn(true, NOON.plus(Duration.ofDays(31)), CLOCK);
    assertDue(recovery, CLOSURE, "2027-01-07T12:00:00Z");
    recovery = recovery.closed(true, NOON.plus(Duration.ofDays(40)));
    assertThat(recovery.state()).isEqualTo(CaseState.CLOSED);
    assertThat(recovery.next().step()).isNull();
    recovery = recovery.reopened(Severity.HIGH, NOON.plus(Duration.ofDays(50)), CLOCK);
    assertThat(recovery.round()).isEqualTo(2);
    assertThat(recovery.remedy()).isNull();
    assertThat(recovery.next().step()).isEqualTo(ASSESSMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-06T21:30:00Z, 2026-03-13T20:30:00Z",
    "2026-02-20T21:30:00Z, 2026-02-27T21:30:00Z",
    "2026-10-30T20:30:00Z, 2026-11-06T21:30:00Z"
  })
  void the_customer_is_asked_at_the_same_time_of_day_whatever_the_clocks_did(
      Instant deliveredAt, Instant dueAt) {
    CaseClock newYork =
        new CaseClock(
            new BusinessHours(
                ZoneId.of("America/New_York"), LocalTime.of(8, 0), LocalTime.of(17, 0), Set.of()),
            Map.of(),
            List.of(Duration.ofDays(7)),
            Duration.ofDays(14));
    assertThat(newYork.afterDelivery(deliveredAt, 0, deliveredAt).dueAt()).isEqualTo(dueAt);
  }

  @Test
  void tries_in_a_row_before_one_is_due_leave_it_due_and_are_no_silence() {
    RecoveryCase delivered =
        RecoveryCase.received(Severity.LOW, NOON, CLOCK)
            .assessed(Severity.LOW, NOON, CLOCK)
            .owned(Severity.LOW, NOON, CLOCK)
            .agreed(remedy(), Severity.LOW, NOON, CLOCK)
            .delivered(NOON, CLOCK);
    RecoveryCase tried = delivered.checkedIn(false, NOON, CLOCK).checkedIn(false, NOON, CLOCK);
    assertThat(tried.rebuilding().unanswered()).isZero();
    assertDue(tried, CHECK_IN, "2026-12-01T12:00:00Z");
    RecoveryCase missed = tried.checkedIn(false, Instant.parse("2026-12-01T08:30:00Z"), CLOCK);
    assertThat(missed.rebuilding().unanswered()).isEqualTo(1);
    assertDue(missed, CHECK_IN, "2026-12-24T12:00:00Z");
    assertThat(missed.heard().rebuilding().unanswered()).isZero();
  }

  @Test
  void tries_in_a_row_long_after_they_were_due_are_one() {
    Instant late = Instant.parse("2026-12-29T09:00:00Z");
    RecoveryCase tried =
        RecoveryCase.received(Severity.LOW, NOON, CLOCK)
            .assessed(Severity.LOW, NOON, CLOCK)
            .owned(Severity.LOW, NOON, CLOCK)
            .agreed(remedy(), Severity.LOW, NOON, CLOCK)
            .delivered(NOON, CLOCK)
            .checkedIn(false, late, CLOCK)
            .checkedIn(false, late.plusSeconds(60), CLOCK);
    assertThat(tried.rebuilding().unanswered()).isEqualTo(1);
    assertThat(tried.next().dueAt()).isAfterOrEqualTo(late.plus(Duration.ofDays(1)));
  }

  @Test
  void what_turns_out_to_be_severe_is_due_sooner_counted_from_the_last_step() {
    RecoveryCase light = RecoveryCase.received(Severity.LOW, NOON, CLOCK);
    assertDue(light, ASSESSMENT, "2026-11-26T12:00:00Z");
    assertDue(light.weighed(Severity.HIGH, CLOCK), ASSESSMENT, "2026-11-24T16:00:00Z");
  }

  @Test
  void what_was_late_is_not_late_any_more_once_it_is_done() {
    RecoveryCase late = RecoveryCase.received(Severity.HIGH, NOON, CLOCK).escalated("Pat", NOON);
    assertThat(late.next().escalatedTo()).isEqualTo("Pat");
    assertThat(late.assessed(Severity.HIGH, NOON, CLOCK).next().escalatedTo()).isNull();
  }

  @Test
  void given_to_the_owner_who_agreed_on_it_an_approval_stays_with_whoever_may() {
    RecoveryCase agreed =
        RecoveryCase.received(Severity.LOW, NOON, CLOCK)
            .assessed(Severity.LOW, NOON, CLOCK)
            .owned(Severity.LOW, NOON, CLOCK)
            .agreed(tooMuch(), Severity.LOW, NOON, CLOCK)
            .givenTo("Kim");
    assertThat(agreed.handedOver("Pat").next().escalatedTo()).isEqualTo("Kim");
    assertThat(agreed.handedOver("Lee").next().escalatedTo()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "RECEIVED, CLOSURE, ASSESSMENT APOLOGY REMEDY DELIVERY CHECK_IN",
    "RECEIVED, APOLOGY, ASSESSMENT",
    "OWNED, DELIVERY, REMEDY",
    "AWAITING_APPROVAL, DELIVERY, APPROVAL",
    "AWAITING_APPROVAL, CLOSURE, APPROVAL DELIVERY CHECK_IN",
    "REMEDY_AGREED, CLOSURE, DELIVERY CHECK_IN",
    "REBUILDING, ASSESSMENT, CHECK_IN",
    "REBUILDING, REOPENING, CHECK_IN",
    "CLOSED, CLOSURE, REOPENING",
    "LOST, ASSESSMENT, REOPENING"
  })
  void a_step_that_is_not_due_names_what_comes_before_it(
      CaseState state, CaseStep step, String needs) {
    assertThat(AllowedSteps.isAllowed(state, step)).isFalse();
    assertThat(AllowedSteps.needs(state, step))
        .extracting(CaseStep::name)
        .containsExactly(needs.split(" "));
  }

  private static RecoveryCase take(Try each, RecoveryCase to) {
    return switch (each) {
      case ASSESS -> to.assessed(Severity.LOW, NOON, CLOCK);
      case APOLOGISE -> to.owned(Severity.LOW, NOON, CLOCK);
      case AGREE -> to.agreed(remedy(), Severity.LOW, NOON, CLOCK);
      case AGREE_ON_TOO_MUCH -> to.agreed(tooMuch(), Severity.LOW, NOON, CLOCK);
      case APPROVE -> to.decided(true, Severity.LOW, NOON, CLOCK);
      case REFUSE -> to.decided(false, Severity.LOW, NOON, CLOCK);
      case DELIVER -> to.delivered(NOON, CLOCK);
      case ASK -> to.checkedIn(true, NOON, CLOCK);
      case ASK_NOBODY -> {
        Instant due = to.next().dueAt();
        yield to.checkedIn(false, due == null ? NOON : due, CLOCK);
      }
      case ASK_NOBODY_TOO_SOON -> to.checkedIn(false, NOON, CLOCK);
      case CLOSE -> to.closed(true, NOON);
      case CLOSE_UNHAPPY -> to.closed(false, NOON);
      case CLOSE_BY_SILENCE -> to.closedBySilence(SILENCE, null, NOON);
      case REOPEN -> to.reopened(Severity.HIGH, NOON, CLOCK);
    };
  }

  private static void assertDue(RecoveryCase recovery, CaseStep step, String at) {
    assertThat(recovery.next().step()).isEqualTo(step);
    assertThat(recovery.next().dueAt()).isEqualTo(at);
  }

  private static Remedy remedy() {
    return remedy("100.00");
  }

  /** With what was agreed in the rounds before. */
  private static Remedy tooMuch() {
    return remedy("100.01");
  }

  private static Remedy remedy(String total) {
    return new Remedy(
        RemedyKind.CREDIT,
        new BigDecimal("40.00"),
        "USD",
        "INV-2026-000017",
        "Pat",
        new BigDecimal(total),
        new BigDecimal("100"));
  }

  private static Map<Severity, Duration> times() {
    return Map.of(
        Severity.HIGH, Duration.ofHours(4),
        Severity.MEDIUM, Duration.ofHours(9),
        Severity.LOW, Duration.ofHours(18));
  }
}
