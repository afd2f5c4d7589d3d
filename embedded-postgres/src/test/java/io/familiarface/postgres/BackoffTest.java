package io.familiarface.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackoffTest {
  private static final Duration SHORT = Duration.ofSeconds(3);

  private final Backoff backoff = new Backoff();

  @Test
  void pauses_grow_to_a_minute_and_never_end() {
    assertThat(Stream.generate(() -> backoff.next(SHORT)).limit(10).map(Duration::toSeconds))
        .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void what_has_run_for_two_minutes_is_started_again_at_once() {
    backoff.next(SHORT);
    backoff.next(SHORT);
    assertThat(backoff.next(Duration.ofMinutes(2))).isZero();
    assertThat(backoff.next(SHORT)).isEqualTo(Duration.ofSeconds(1));
  }
}
