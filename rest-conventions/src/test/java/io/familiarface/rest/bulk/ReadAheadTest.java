package io.familiarface.rest.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadAheadTest {

  @Test
  void what_is_read_comes_in_its_order_and_two_at_most_are_read_ahead() throws IOException {
    var read = new AtomicInteger();
    try (var ahead = new ReadAhead<>(read::incrementAndGet)) {
      for (int taken = 1; taken <= 1_000; taken++) {
        assertThat(ahead.next()).isEqualTo(taken);
        assertThat(read.get()).isLessThanOrEqualTo(taken + 2);
      }
    }
  }

  @Test
  void what_cannot_be_read_is_told_in_its_place() throws IOException {
    var read = new AtomicInteger();
    ReadAhead.Source<Integer> breaksOff =
        () -> {
          int number = read.incrementAndGet();
          if (number == 3) {
            throw new IOException("gone");
          }
          if (number == 4) {
            throw new IllegalStateException("no number");
          }
          return number;
        };
    try (var ahead = new ReadAhead<>(breaksOff)) {
      assertThat(ahead.next()).isEqualTo(1);
      assertThat(ahead.next()).isEqualTo(2);
      assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasMessage("gone");
      assertThatThrownBy(ahead::next).isInstanceOf(IllegalStateException.class);
      assertThat(ahead.next()).isEqualTo(5);
    }
  }
}
