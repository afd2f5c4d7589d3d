package io.familiarface.feedback;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class SurpriseTest {

  @Test
  void a_step_that_moved_untold_is_a_reason_of_the_customers_risk() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(grace.events());
    String risk = "/v1/customers/" + grace.id + "/risk";
    Api.get(risk).statusCode(200).body("reasons.code", not(hasItem("SURPRISE")));
    FeedDelivery.live(List.of(surprised(grace.id, Instant.now().minusSeconds(60))));
    Api.get(risk).statusCode(200).body("reasons.code", hasItem("SURPRISE"));
  }

  /** As the contract has it, of this customer and time. */
  private static NeighbourEvent surprised(UUID customer, Instant at) {
    ObjectNode data =
        (ObjectNode) NeighbourEvent.contract("jobs/project.surprised").path("data").deepCopy();
    data.put("surpriseId", UUID.randomUUID().toString())
        .put("customerId", customer.toString())
        .put("at", at.toString());
    return NeighbourEvent.of("jobs", "project.surprised", customer, at, data.toString());
  }
}
