package io.familiarface.customers.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.customers.conduct.LettingGoPolicy.Attempt;
import io.familiarface.customers.conduct.LettingGoPolicy.Missing;
import io.familiarface.customers.conduct.LettingGoPolicy.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LettingGoPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final LettingGoPolicy USUAL = new LettingGoPolicy(3, 1, 1, 14);

  @Example
  void of_somebody_with_whom_nothing_was_tried_everything_is_missing() {
    assertThat(USUAL.missing(List.of(), NOW))
        .containsExactly(
            new Missing(Requirement.RETENTION_ATTEMPT, 0, 3),
            new Missing(Requirement.MANAGER_TALK, 0, 1),
            new Missing(Requirement.WRITTEN_WARNING, 0, 1),
            new Missing(Requirement.DAYS, 0, 14));
  }

  @Example
  void a_policy_that_asks_for_nothing_is_always_met() {
    assertThat(new LettingGoPolicy(0, 0, 0, 0).missing(List.of(), NOW)).isEmpty();
  }

  @Property
  void it_is_met_exactly_when_each_requirement_is(
      @ForAll("policies") LettingGoPolicy policy, @ForAll("attempts") List<Attempt> attempts) {
    boolean met =
        count(attempts, ConductKind.RETENTION_ATTEMPT) >= policy.retentionAttempts()
            && count(attempts, ConductKind.MANAGER_TALK) >= policy.managerTalks()
            && count(attempts, ConductKind.WRITTEN_WARNING) >= policy.writtenWarnings()
            && (policy.days() == 0
                || attempts.stream()
                    .anyMatch(one -> !one.at().plus(Duration.ofDays(policy.days())).isAfter(NOW)));
    List<Missing> missing = policy.missing(attempts, NOW);
    assertThat(missing.isEmpty()).isEqualTo(met);
    assertThat(missing).allMatch(one -> one.have() >= 0 && one.have() < one.need());
  }

  @Property
  void the_order_in_which_attempts_became_known_makes_no_difference(
      @ForAll("policies") LettingGoPolicy policy,
      @ForAll("attempts") List<Attempt> attempts,
      @ForAll long seed) {
    List<Attempt> shuffled = new ArrayList<>(attempts);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(policy.missing(shuffled, NOW)).isEqualTo(policy.missing(attempts, NOW));
  }

  @Property
  void one_more_attempt_or_one_more_day_never_takes_us_further_away(
      @ForAll("policies") LettingGoPolicy policy,
      @ForAll("attempts") List<Attempt> attempts,
      @ForAll("attempt") Attempt more) {
    List<Missing> before = policy.missing(attempts, NOW);
    List<Attempt> longer = new ArrayList<>(attempts);
    longer.add(more);
    assertNotFurther(before, policy.missing(longer, NOW));
    assertNotFurther(before, policy.missing(attempts, NOW.plus(Duration.ofDays(1))));
  }

  private static void assertNotFurther(List<Missing> before, List<Missing> after) {
    for (Missing left : after) {
      assertThat(before)
          .anyMatch(
              one ->
                  one.kind() == left.kind()
                      && one.need() == left.need()
                      && one.have() <= left.have());
    }
  }

  private static long count(List<Attempt> attempts, ConductKind kind) {
    return attempts.stream().filter(one -> one.kind() == kind).count();
  }

  @Provide
  Arbitrary<LettingGoPolicy> policies() {
    Arbitrary<Integer> few = Arbitraries.integers().between(0, 4);
    return Combinators.combine(few, few, few, Arbitraries.integers().between(0, 40))
        .as(LettingGoPolicy::new);
  }

  @Provide
  Arbitrary<List<Attempt>> attempts() {
    return attempt().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Attempt> attempt() {
    return Combinators.combine(
            Arbitraries.of(
                ConductKind.RETENTION_ATTEMPT,
                ConductKind.MANAGER_TALK,
                ConductKind.WRITTEN_WARNING),
            Arbitraries.longs().between(0, Duration.ofDays(60).toSeconds()))
        .as((kind, ago) -> new Attempt(kind, NOW.minusSeconds(ago)));
  }
}
