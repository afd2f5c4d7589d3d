package io.familiarface.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.insight.StandingOut.Group;
import io.familiarface.feedback.insight.StandingOut.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StandingOutTest {
  private static final int WORLDS = 400;
  private static final double USUAL_RATE = 0.03;

  /** Of 400 worlds 28 is two standard deviations above one in twenty. */
  private static final int AT_MOST = 28;

  @Test
  void where_nothing_is_unusual_something_is_named_in_at_most_one_world_of_twenty() {
    int worldsWithAFinding = 0;
    for (int world = 0; world < WORLDS; world++) {
      if (verdicts(new Random(world), 3_000, 0).stream().anyMatch(Verdict::standsOut)) {
        worldsWithAFinding++;
      }
    }
    assertThat(worldsWithAFinding).isLessThanOrEqualTo(AT_MOST);
  }

  @Test
  void three_technicians_at_five_times_the_rate_are_found_and_hardly_anybody_else() {
    int found = 0;
    int blamed = 0;
    for (int world = 0; world < 50; world++) {
      for (Verdict verdict : verdicts(new Random(world), 8_000, 3)) {
        Group group = verdict.group();
        if (group.dimension() == Dimension.TECHNICIAN
            && verdict.standsOut()
            && verdict.ratio().ratio() > 1) {
          if (Integer.parseInt(group.key()) < 3) {
            found++;
          } else {
            blamed++;
          }
        }
      }
    }
    assertThat(found).isGreaterThan(120);
    assertThat(blamed).isLessThanOrEqualTo((found + blamed) / 20);
  }

  @Test
  void a_group_of_everybody_or_nobody_is_nothing_unusual() {
    assertThat(standingOut(List.of(), 0, 0)).isEmpty();
    Verdict all =
        standingOut(List.of(new Group(Dimension.BRANCH, "north", "north", 40, 9)), 40, 9).get(0);
    assertThat(all.pValue()).isEqualTo(1);
    Verdict quiet =
        standingOut(List.of(new Group(Dimension.BRANCH, "north", "north", 40, 0)), 90, 0).get(0);
    assertThat(quiet.standsOut()).isFalse();
    assertThat(quiet.ratio()).isNull();
  }

  @Test
  void small_numbers_do_not_make_somebody_the_worst() {
    List<Verdict> verdicts =
        standingOut(
            List.of(
                new Group(Dimension.TECHNICIAN, "one", "one", 1, 1),
                new Group(Dimension.TECHNICIAN, "many", "many", 100, 30),
                new Group(Dimension.TECHNICIAN, "rest", "rest", 899, 19)),
            1000,
            50);
    assertThat(verdicts.get(0).group().key()).isEqualTo("many");
    assertThat(verdicts.get(0).standsOut()).isTrue();
    Verdict one =
        verdicts.stream()
            .filter(each -> each.group().key().equals("one"))
            .findFirst()
            .orElseThrow();
    assertThat(one.standsOut()).isFalse();
    assertThat(one.ratio().ratio()).isLessThan(verdicts.get(0).ratio().ratio());
  }

  /**
   * @param bad so many technicians are complained of at five times the usual rate
   */
  private static List<Verdict> verdicts(Random random, int jobs, int bad) {
    Map<String, int[]> counts = new TreeMap<>();
    int complaints = 0;
    for (int job = 0; job < jobs; job++) {
      int technician = random.nextInt(40);
      boolean complained = random.nextDouble() < USUAL_RATE * (technician < bad ? 5 : 1);
      complaints += complained ? 1 : 0;
      count(counts, Dimension.TECHNICIAN, technician, complained);
      count(counts, Dimension.BRANCH, technician % 4, complained);
      count(counts, Dimension.HOUR, 8 + random.nextInt(10), complained);
      count(counts, Dimension.WEEKDAY, 1 + random.nextInt(5), complained);
      count(counts, Dimension.FAMILIARITY, random.nextInt(2), complained);
    }
    List<Group> groups = new ArrayList<>();
    counts.forEach(
        (name, of) -> {
          String[] parts = name.split("/");
          groups.add(new Group(Dimension.valueOf(parts[0]), parts[1], parts[1], of[0], of[1]));
        });
    return standingOut(groups, jobs, complaints);
  }

  private static void count(
      Map<String, int[]> counts, Dimension dimension, int key, boolean complained) {
    int[] of = counts.computeIfAbsent(dimension + "/" + key, name -> new int[2]);
    of[0]++;
    of[1] += complained ? 1 : 0;
  }

  private static List<StandingOut.Verdict> standingOut(List<Group> groups, int jobs, int events) {
    return StandingOut.of(List.of(new StandingOut.Population(groups, jobs, events)));
  }
}
