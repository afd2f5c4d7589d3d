package io.familiarface.risk.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.familiarface.risk.continuity.Continuity;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContinuityTest {

  private static final Offset<Double> PUBLISHED = within(0.00005);

  private static List<Integer> technicians(String visits) {
    return visits.chars().boxed().toList();
  }

  private static Continuity running(List<Integer> technicians) {
    var counts = new TechnicianCounts();
    technicians.forEach(technician -> counts.add(technician, new VisitWindow()));
    return counts.measures();
  }

  @ParameterizedTest
  @CsvSource({
    "AAB,        0.6667, 0.3333, 0.5,    0.5238, 0.9183",
    "AAABBBBC,   0.5,    0.3214, 0.7143, 0.7183, 1.4056",
    "ABABABABAB, 0.5,    0.4444, 0,      0.8901, 1",
    "AAAAABBBBB, 0.5,    0.4444, 0.8889, 0.8901, 1",
    "AABBBCBBBD, 0.6,    0.3556, 0.5556, 0.6703, 1.5710"
  })
  void the_measures_are_those_of_the_literature(
      String visits, double upc, double coc, double secon, double mmci, double entropy) {
    for (var measured : List.of(Continuity.of(technicians(visits)), running(technicians(visits)))) {
      assertThat(measured.visits()).isEqualTo(visits.length());
      assertThat(measured.usualProvider()).isCloseTo(upc, PUBLISHED);
      assertThat(measured.bb()).isCloseTo(coc, PUBLISHED);
      assertThat(measured.sequential()).isCloseTo(secon, PUBLISHED);
      assertThat(measured.mmci()).isCloseTo(mmci, PUBLISHED);
      assertThat(measured.entropy()).isCloseTo(entropy, PUBLISHED);
    }
  }

  @Test
  void what_is_not_known_is_null_and_never_zero() {
    var none = running(List.of());
    assertThat(none.usualProvider()).isNull();
    assertThat(none.mmci()).isNull();
    assertThat(none.entropy()).isNull();
    var one = running(List.of(1));
    assertThat(one.bb()).isNull();
    assertThat(one.sequential()).isNull();
    assertThat(one.usualProvider()).isEqualTo(1.0);
    assertThat(one.entropy()).isZero();
  }

  @Test
  void a_crowd_of_technicians_is_measured_exactly_in_bounded_room() {
    var crowd = new Random(7).ints(400, 0, 90).sorted().boxed().toList();
    var running = running(crowd);
    var afresh = Continuity.of(crowd);
    assertThat(running.technicians()).isEqualTo(afresh.technicians());
    assertThat(running.usualProvider()).isEqualTo(afresh.usualProvider());
    assertThat(running.bb()).isCloseTo(afresh.bb(), within(1e-12));
    assertThat(running.sequential()).isEqualTo(afresh.sequential());
    assertThat(running.entropy()).isCloseTo(afresh.entropy(), within(1e-9));
  }
}
