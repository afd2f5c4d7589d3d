package io.familiarface.customers.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitFiguresTest {
  private static final Instant EARLIER = Instant.parse("2026-01-07T15:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-09T15:00:00Z");

  @Test
  void without_a_visit_there_is_nothing_to_be_proud_of() {
    assertThat(VisitFigures.of(List.of())).isEqualTo(new VisitFigures(0, 0, null, 0, null));
  }

  @Test
  void all_who_came_are_counted_together() {
    assertThat(VisitFigures.of(List.of(came(3, 1, 2, 3, LATER), came(1, 0, 1, 1, EARLIER))))
        .isEqualTo(new VisitFigures(4, 1, 0.75, 2, LATER));
  }

  @Test
  void of_whom_nobody_knows_is_nobody_and_on_time_is_only_what_is_known() {
    var nobody = new Came(null, 0, null, null, 2, 1, 0, 0, LATER);
    var missed = came(0, 1, 0, 0, null);
    assertThat(VisitFigures.of(List.of(nobody, missed)))
        .isEqualTo(new VisitFigures(2, 2, null, 0, LATER));
  }

  private static Came came(long completed, long missed, long onTime, long known, Instant last) {
    return new Came(
        UUID.randomUUID(), (int) completed, last, last, completed, missed, onTime, known, last);
  }
}
