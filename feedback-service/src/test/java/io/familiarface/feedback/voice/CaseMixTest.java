package io.familiarface.feedback.voice;

import static io.familiarface.feedback.voice.Circumstances.EXPECTED;
import static io.familiarface.feedback.voice.Circumstances.STRANGER_UNANNOUNCED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseMixTest {
  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private static final UUID CLEO = new UUID(0, 3);

  private static List<Mark> marks(UUID whose, Circumstances in, int... csat) {
    return Arrays.stream(csat).mapToObj(each -> new Mark(whose, in, each, Instant.EPOCH)).toList();
  }

  @SafeVarargs
  private static CaseMix of(List<Mark>... lists) {
    return new CaseMix(Arrays.stream(lists).flatMap(List::stream).toList());
  }

  @Test
  void whoever_is_always_sent_as_a_stranger_is_compared_with_strangers() {
    CaseMix mix =
        of(
            marks(ANN, EXPECTED, 5, 4, 5, 4, 5, 4),
            marks(CLEO, STRANGER_UNANNOUNCED, 2, 3, 2, 3, 2, 3),
            marks(BEN, STRANGER_UNANNOUNCED, 3, 3, 3, 4, 3, 3));
    CaseMix.Standing ben = mix.of(BEN).orElseThrow();
    assertThat(ben.expected()).isEqualTo(2.5, within(1e-9));
    assertThat(ben.difference()).isEqualTo(19 / 6.0 - 2.5, within(1e-9));
    assertThat(ben.low()).isPositive();
  }

  @Test
  void one_bad_mark_says_little_and_many_say_what_they_say() {
    List<Mark> others = marks(ANN, EXPECTED, 5, 4, 5, 3, 4, 5, 4, 3, 5, 4, 4, 5);
    List<Mark> poor = marks(CLEO, EXPECTED, 2, 3, 2, 1, 3, 2, 2, 3, 1, 2, 2, 3);
    CaseMix once = of(others, poor, marks(BEN, EXPECTED, 1));
    CaseMix often =
        of(
            others,
            poor,
            marks(BEN, EXPECTED, IntStream.range(0, 60).map(i -> 1 + i % 2).toArray()));
    CaseMix.Standing one = once.of(BEN).orElseThrow();
    CaseMix.Standing many = often.of(BEN).orElseThrow();
    assertThat(Math.abs(one.shrunk())).isLessThan(Math.abs(one.difference()));
    assertThat(many.shrunk() / many.difference()).isGreaterThan(one.shrunk() / one.difference());
    assertThat(many.high() - many.low()).isLessThan(one.high() - one.low());
  }

  @Test
  void with_nobody_to_compare_nothing_is_said() {
    assertThat(of(marks(ANN, EXPECTED, 5, 4, 5)).of(ANN)).isEmpty();
    assertThat(of(marks(ANN, EXPECTED, 5, 4, 5)).of(BEN)).isEmpty();
    assertThat(of().company()).isEmpty();
  }

  @Test
  void among_equals_the_interval_holds_nought_nineteen_times_of_twenty() {
    Random random = new Random(7);
    int held = 0;
    double furthest = 0;
    for (int world = 0; world < 400; world++) {
      List<Mark> marks = new ArrayList<>();
      for (int technician = 0; technician < 20; technician++) {
        UUID id = new UUID(1, technician);
        for (int i = 0; i < 25; i++) {
          marks.add(new Mark(id, EXPECTED, 2 + random.nextInt(4), Instant.EPOCH));
        }
      }
      CaseMix.Standing one = new CaseMix(marks).of(new UUID(1, 0)).orElseThrow();
      held += one.low() <= 0 && one.high() >= 0 ? 1 : 0;
      if (one.difference() != 0) {
        furthest = Math.max(furthest, one.shrunk() / one.difference());
      }
    }
    assertThat(held).isBetween(364, 396);
    assertThat(furthest).isLessThan(0.75);
  }
}
