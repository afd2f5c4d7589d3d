package io.familiarface.jobs.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusyTimeTest {
  private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
  private final BusyTime busy = BusyTime.of(TEN, Duration.ofHours(1));

  @Test
  void who_is_at_a_visit_begins_no_other_within_its_length() {
    assertThat(busy.covers(TEN)).isTrue();
    assertThat(busy.covers(TEN.plusSeconds(3599))).isTrue();
    assertThat(busy.covers(TEN.minusSeconds(3599))).isTrue();
  }

  @Test
  void one_visit_may_follow_another() {
    assertThat(busy.covers(TEN.plusSeconds(3600))).isFalse();
    assertThat(busy.covers(TEN.minusSeconds(3600))).isFalse();
  }

  @Test
  void another_day_is_offered_at_the_time_agreed_or_near_it() {
    assertThat(NearbyTimes.of(LocalTime.of(10, 30)))
        .startsWith(LocalTime.of(10, 30))
        .containsExactlyInAnyOrder(
            LocalTime.of(8, 30),
            LocalTime.of(9, 30),
            LocalTime.of(10, 30),
            LocalTime.of(11, 30),
            LocalTime.of(12, 30));
    assertThat(NearbyTimes.of(LocalTime.of(23, 0)))
        .containsExactly(LocalTime.of(23, 0), LocalTime.of(22, 0), LocalTime.of(21, 0));
  }
}
