package io.familiarface.feedback.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FisherTestTest {
  /** Fisher's lady: three of four cups right have a tail of 17 in 70. */
  @Test
  void three_of_four_cups_may_be_luck() {
    assertThat(p(3, 4, 1, 4)).isCloseTo(2 * 17.0 / 70, within(1e-12));
  }

  /**
   * Fisher's twins of convicts: 10 of 13 identical, 2 of 17 other; his tail is 619 in 1,330,665.
   */
  @Test
  void ten_of_thirteen_beside_two_of_seventeen_are_not() {
    assertThat(p(10, 13, 2, 17)).isCloseTo(2 * 619.0 / 1_330_665, within(1e-12));
    assertThat(p(2, 17, 10, 13)).isCloseTo(2 * 619.0 / 1_330_665, within(1e-12));
  }

  @Test
  void one_of_nineteen_beside_two_in_a_hundred_is_luck() {
    assertThat(p(1, 19, 6, 270)).isGreaterThan(0.5);
  }

  @Test
  void nobody_is_no_evidence() {
    assertThat(p(0, 0, 5, 10)).isEqualTo(1);
    assertThat(p(0, 10, 0, 10)).isEqualTo(1);
    assertThat(p(10, 10, 20, 20)).isEqualTo(1);
  }

  @Test
  void a_hundred_thousand_are_reckoned_too() {
    assertThat(p(900, 2_500, 12_000, 97_500)).isLessThan(1e-100);
  }

  private static double p(long some, long of, long others, long ofOthers) {
    return FisherTest.pValue(new Proportion(some, of), new Proportion(others, ofOthers));
  }
}
