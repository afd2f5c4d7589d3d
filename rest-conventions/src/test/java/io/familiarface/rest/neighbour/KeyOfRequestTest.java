package io.familiarface.rest.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyOfRequestTest {
  private static final UUID ANN = UUID.fromString("01978c5e-0000-7000-8000-000000000017");
  private static final Instant AT = Instant.parse("2025-01-06T09:00:00.123456Z");

  private record Body(UUID customerId, String purpose, Instant at) {}

  @Test
  void the_same_body_has_the_same_key() {
    assertThat(Neighbours.key("told", new Body(ANN, "FEEDBACK", AT)))
        .isEqualTo(Neighbours.key("told", new Body(ANN, "FEEDBACK", AT)))
        .startsWith("told-");
  }

  @Test
  void whatever_is_another_in_the_body_makes_another_key() {
    assertThat(
            new String[] {
              Neighbours.key("told", new Body(ANN, "FEEDBACK", AT)),
              Neighbours.key("told", new Body(UUID.randomUUID(), "FEEDBACK", AT)),
              Neighbours.key("told", new Body(ANN, "CASE", AT)),
              Neighbours.key("told", new Body(ANN, "FEEDBACK", AT.plusNanos(1000))),
              Neighbours.key("told", new Body(ANN, "FEEDBACK", null)),
              Neighbours.key("asked", new Body(ANN, "FEEDBACK", AT))
            })
        .doesNotHaveDuplicates();
  }
}
