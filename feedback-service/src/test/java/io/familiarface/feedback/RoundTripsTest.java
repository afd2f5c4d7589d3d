package io.familiarface.feedback;

import static io.familiarface.rest.testing.Api.json;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.wire.RoundTripTable;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How often this service and its database take turns over a request. */
@ServiceTest
class RoundTripsTest {
  private static final String SAID =
      "{\"customerId\":\"%s\",\"kind\":\"PRAISE\",\"csat\":5,\"text\":\"Ben is kind.\"}";

  @Test
  void no_operation_takes_more_than_the_table_says() {
    RoundTripTable table =
        new RoundTripTable(Path.of("../bench/results/round-trips.md"), "feedback-service");
    table.count(
        "POST /v1/feedback",
        () -> {
          CustomerStory grace = Stories.grace();
          FeedDelivery.load(grace.events());
          return () ->
              json("csr", SAID.formatted(grace.id))
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .post("/v1/feedback");
        });
    table.assertCommitted();
  }
}
