package io.familiarface.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RankingMetricsTest {

  @Test
  void harrells_c_of_a_case_checked_by_hand() {
    var times = new double[] {1, 2, 3, 4, 5};
    var left = new boolean[] {true, false, true, true, false};
    var risks = new double[] {.9, .4, .3, .7, .1};
    // comparable pairs: 1 with 2,3,4,5; 3 with 4,5; 4 with 5 – all but (3,4) in the right order
    assertThat(RankingMetrics.harrellsC(times, left, risks)).isCloseTo(6 / 7.0, within(1e-12));
  }

  @Test
  void ties_in_score_count_half() {
    var scores = new double[] {.5, .5, .2};
    assertThat(RankingMetrics.auc(scores, new boolean[] {true, false, false})).isEqualTo(0.75);
    assertThat(
            RankingMetrics.harrellsC(
                new double[] {1, 2}, new boolean[] {true, false}, new double[] {.5, .5}))
        .isEqualTo(0.5);
  }

  @Test
  void the_area_is_the_share_of_pairs_in_the_right_order() {
    var random = new Random(5);
    var scores = random.doubles(300).map(x -> Math.round(x * 20) / 20.0).toArray();
    var left = new boolean[300];
    for (var i = 0; i < left.length; i++) {
      left[i] = random.nextDouble() < scores[i] * 0.4;
    }
    var pairs = 0.0;
    var right = 0.0;
    for (var i = 0; i < 300; i++) {
      for (var j = 0; j < 300; j++) {
        if (left[i] && !left[j]) {
          pairs++;
          right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(RankingMetrics.auc(scores, left)).isCloseTo(right / pairs, within(1e-12));
  }

  @Test
  void brier_is_the_mean_squared_miss() {
    var p = new double[] {0.8, 0.3, 0.5};
    var left = new boolean[] {true, false, true};
    assertThat(RankingMetrics.brier(p, left)).isCloseTo((0.04 + 0.09 + 0.25) / 3, within(1e-12));
  }

  @Test
  void with_nobody_lost_there_is_no_area() {
    assertThat(RankingMetrics.auc(new double[] {.1, .2}, new boolean[2])).isNaN();
  }

  @Test
  void the_lift_of_a_perfect_ranking_is_one_over_the_rate_or_ten() {
    var scores = new double[100];
    var left = new boolean[100];
    Arrays.setAll(scores, i -> i);
    Arrays.fill(left, 80, 100, true);
    assertThat(RankingMetrics.topDecileLift(scores, left)).isCloseTo(5, within(1e-12));
  }

  @Test
  void harrells_c_in_n_log_n_is_the_share_of_pairs_counted_one_by_one() {
    var random = new SplittableRandom(5);
    for (var round = 0; round < 50; round++) {
      var n = 2 + random.nextInt(40);
      var times = new double[n];
      var scores = new double[n];
      var left = new boolean[n];
      var count = new double[n];
      for (var i = 0; i < n; i++) {
        times[i] = random.nextInt(12);
        scores[i] = random.nextInt(8);
        left[i] = random.nextBoolean();
        count[i] = random.nextInt(3);
      }
      var comparable = 0.0;
      var concordant = 0.0;
      for (var i = 0; i < n; i++) {
        for (var j = 0; j < n; j++) {
          if (left[i] && times[i] < times[j]) {
            var pairs = count[i] * count[j];
            comparable += pairs;
            concordant += scores[i] > scores[j] ? pairs : scores[i] == scores[j] ? pairs / 2 : 0;
          }
        }
      }
      assertThat(new ConcordanceIndex(times, left, scores).of(count))
          .isCloseTo(concordant / comparable, within(1e-12));
    }
  }
}
