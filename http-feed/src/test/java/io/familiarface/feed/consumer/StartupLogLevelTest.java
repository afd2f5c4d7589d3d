package io.familiarface.feed.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartupLogLevelTest {
  private final AtomicLong now = new AtomicLong(-5);
  private final StartupLogLevel patience = new StartupLogLevel(now::get);

  @Test
  void a_producer_that_is_still_starting_is_mentioned_once() {
    assertThat(patience.next()).isEqualTo(Level.INFO);
    assertThat(patience.next()).isEqualTo(Level.DEBUG);
  }

  @Test
  void a_producer_that_has_not_come_after_a_minute_is_a_warning_each_time() {
    patience.next();
    now.addAndGet(Duration.ofMinutes(1).toNanos());

    assertThat(patience.next()).isEqualTo(Level.WARN);
    assertThat(patience.next()).isEqualTo(Level.WARN);
  }

  @Test
  void a_producer_that_was_there_and_is_gone_is_a_warning_at_once() {
    patience.answered();

    assertThat(patience.next()).isEqualTo(Level.WARN);
  }
}
