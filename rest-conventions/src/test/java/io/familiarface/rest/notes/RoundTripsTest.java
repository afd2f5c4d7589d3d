package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.ServiceTest;
import io.familiarface.rest.testing.wire.RoundTrips;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class RoundTripsTest {

  private static void write() {
    Call.json("{\"text\":\"counted\"}")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post("/v1/notes")
        .then()
        .statusCode(201);
  }

  @BeforeEach
  void ask_once() {
    write();
  }

  @Test
  void those_of_a_request_are_counted_from_its_first_statement_to_its_commit() {
    RoundTrips trips = RoundTrips.of(RoundTripsTest::write);
    assertThat(trips.trips().get(0)).as("%s", trips).startsWith("BEGIN");
    assertThat(trips.trips().get(trips.count() - 1)).as("%s", trips).isEqualTo(List.of("COMMIT"));
    assertThat(trips.count()).as("%s", trips).isEqualTo(4);
  }

  @Test
  void those_of_the_sequencer_beside_it_are_not() {
    RoundTrips trips =
        RoundTrips.of(
            () -> {
              write();
              Call.as("service")
                  .urlEncodingEnabled(false)
                  .get("/v1/feeds/notes?timeout=5000&limit=1")
                  .then()
                  .statusCode(200);
            });
    assertThat(trips.toString()).doesNotContain("delete from feed_inbox");
  }
}
