package io.familiarface.feedback.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalDeltaTest {
  @Test
  void that_nothing_is_new_may_be_read_by_many_at_once() {
    assertThat(IntStream.range(0, 200_000).parallel().mapToObj(i -> SignalDelta.NONE.added()))
        .allMatch(List::isEmpty);
  }
}
