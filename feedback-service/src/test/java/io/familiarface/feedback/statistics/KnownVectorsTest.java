package io.familiarface.feedback.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.familiarface.feedback.statistics.GammaPoisson.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class KnownVectorsTest {
  private static final Offset<Double> CLOSE = within(0.0001);

  @Test
  void the_score_interval_of_wilson() {
    assertThat(new Proportion(10, 20).interval().from()).isCloseTo(0.2993, CLOSE);
    assertThat(new Proportion(10, 20).interval().to()).isCloseTo(0.7007, CLOSE);
    assertThat(new Proportion(0, 10).interval().from()).isZero();
    assertThat(new Proportion(0, 10).interval().to()).isCloseTo(0.2775, CLOSE);
    assertThat(new Proportion(81, 263).interval().from()).isCloseTo(0.2553, CLOSE);
    assertThat(new Proportion(81, 263).interval().to()).isCloseTo(0.3662, CLOSE);
    assertThat(new Proportion(0, 0).value()).isNull();
    assertThat(new Proportion(0, 0).interval()).isNull();
  }

  @Test
  void the_median_with_the_order_statistics_around_it() {
    assertThat(medianTo(6)).isEqualTo(new Median(3.5, new Interval(1, 6)));
    assertThat(medianTo(10)).isEqualTo(new Median(5.5, new Interval(2, 9)));
    assertThat(medianTo(25)).isEqualTo(new Median(13.0, new Interval(8, 18)));
    assertThat(medianTo(5)).isEqualTo(new Median(3.0, null));
    assertThat(medianTo(1)).isEqualTo(new Median(1.0, null));
    assertThat(medianTo(0)).isEqualTo(new Median(null, null));
  }

  private static Median medianTo(int n) {
    return Median.of(IntStream.rangeClosed(1, n).boxed().toList());
  }

  @Test
  void the_fifteen_p_values_of_benjamini_and_hochberg_1995_of_which_four_stand_out() {
    double[] given = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    double[] adjusted = FalseDiscoveryRate.adjusted(given);
    assertThat(Arrays.stream(adjusted).filter(p -> p <= 0.05)).hasSize(4);
    assertThat(adjusted[0]).isCloseTo(0.0015, CLOSE);
    assertThat(adjusted[3]).isCloseTo(0.035625, CLOSE);
    assertThat(adjusted[4]).isCloseTo(0.0603, CLOSE);
    assertThat(adjusted[5]).isCloseTo(0.063857, CLOSE);
    assertThat(adjusted[14]).isCloseTo(1, CLOSE);
    assertThat(FalseDiscoveryRate.adjusted(new double[0])).isEmpty();
  }

  @Test
  void the_exact_test_of_a_share_of_a_total() {
    assertThat(BinomialTest.pValue(8, 10, 0.5)).isCloseTo(0.109375, CLOSE);
    assertThat(BinomialTest.pValue(2, 10, 0.5)).isCloseTo(0.109375, CLOSE);
    assertThat(BinomialTest.pValue(0, 5, 0.5)).isCloseTo(0.0625, CLOSE);
    assertThat(BinomialTest.pValue(5, 10, 0.5)).isEqualTo(1);
    assertThat(BinomialTest.pValue(0, 0, 0.5)).isEqualTo(1);
  }

  @Test
  void small_numbers_are_pulled_to_the_average_and_large_ones_stay() {
    List<Count> groups =
        List.of(new Count(2, 1), new Count(20, 10), new Count(0, 5), new Count(4, 10));
    GammaPoisson fitted = GammaPoisson.fittedTo(groups);
    // By hand: (1·1 + 10·1 + 5·1 + 10·0.36) / 26 − 4 / 26 = 15.6 / 26.
    assertThat(fitted.shape()).isCloseTo(26 / 15.6, CLOSE);
    GammaPoisson.Estimate small = fitted.of(groups.get(0));
    GammaPoisson.Estimate large = fitted.of(groups.get(1));
    assertThat(small.ratio()).isCloseTo((2 + 26 / 15.6) / (1 + 26 / 15.6), CLOSE);
    assertThat(small.ratio()).isLessThan(large.ratio()).isGreaterThan(1);
    assertThat(large.ratio()).isLessThan(2);
    assertThat(width(small)).isGreaterThan(width(large));
    // The quantiles of Gamma(4, 1): 1.0899 and 8.7673.
    Interval four = new GammaPoisson(3).of(new Count(1, 1)).interval();
    assertThat(four.from()).isCloseTo(1.0899 / 4, CLOSE);
    assertThat(four.to()).isCloseTo(8.7673 / 4, CLOSE);
  }

  private static double width(GammaPoisson.Estimate estimate) {
    return estimate.interval().to() - estimate.interval().from();
  }

  @Test
  void groups_that_differ_by_chance_alone_are_taken_to_be_alike() {
    GammaPoisson fitted =
        GammaPoisson.fittedTo(List.of(new Count(10, 10), new Count(11, 10), new Count(9, 10)));
    assertThat(fitted.shape()).isCloseTo(100, CLOSE);
  }

  @Test
  void a_u_chart_with_limits_that_follow_the_size_of_each_period() {
    UChart chart =
        UChart.of(
            List.of(
                new UChart.Period(9, 100),
                new UChart.Period(4, 25),
                new UChart.Period(41, 100),
                new UChart.Period(0, 0)));
    assertThat(chart.center()).isCloseTo(54 / 225.0, CLOSE);
    // Of a Poisson distribution with a mean of 24: 10 or fewer with 0.0011, more than 40 with
    // 0.0010.
    assertThat(chart.points().get(0).lower()).isCloseTo(0.11, CLOSE);
    assertThat(chart.points().get(0).upper()).isCloseTo(0.40, CLOSE);
    assertThat(chart.points().get(1).lower()).isZero();
    assertThat(chart.points().stream().map(UChart.Point::outside))
        .containsExactly(true, false, true, false);
  }

  @Test
  void a_u_chart_of_few_events_takes_two_in_a_month_for_chance() {
    // With a mean of 1/6 two or more have 0.012; three standard deviations would end at 1.4.
    List<UChart.Period> year = new ArrayList<>(Collections.nCopies(11, new UChart.Period(0, 10)));
    year.add(new UChart.Period(2, 10));
    assertThat(UChart.of(year).points()).noneMatch(UChart.Point::outside);
    assertThat(UChart.of(List.of(new UChart.Period(0, 10))).points())
        .containsExactly(new UChart.Point(0, 0, 0, false));
  }
}
