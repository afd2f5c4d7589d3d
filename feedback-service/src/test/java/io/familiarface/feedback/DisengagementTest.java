package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
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
class DisengagementTest {

  @Test
  void that_a_customer_draws_back_raises_their_risk_and_is_named() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(grace.events());
    String risk = "/v1/customers/" + grace.id + "/risk";
    double before =
        Api.get(risk)
            .statusCode(200)
            .body("reasons.code", not(hasItem("DISENGAGEMENT")))
            .extract()
            .jsonPath()
            .getDouble("probability");
    FeedDelivery.live(List.of(disengaged(grace.id, "PAUSED")));
    double after =
        Api.get(risk)
            .statusCode(200)
            .body("reasons.code", hasItem("DISENGAGEMENT"))
            .body(
                "reasons.find{it.code=='DISENGAGEMENT'}.evidence[0].type", equalTo("disengagement"))
            .extract()
            .jsonPath()
            .getDouble("probability");
    assertThat(after).isGreaterThan(before);
  }

  @Test
  void a_way_to_draw_back_that_is_new_to_us_stops_nothing() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(grace.events());
    FeedDelivery.live(List.of(disengaged(grace.id, "SIGHED"), disengaged(grace.id, "LESS_OFTEN")));
    Api.get("/v1/customers/" + grace.id + "/risk")
        .statusCode(200)
        .body("reasons.code", hasItem("DISENGAGEMENT"));
  }

  /** As the contract has it, of this customer, a minute ago. */
  private static NeighbourEvent disengaged(UUID customer, String how) {
    Instant at = Instant.now().minusSeconds(60);
    ObjectNode data =
        (ObjectNode) NeighbourEvent.contract("jobs/agreement.disengaged").path("data").deepCopy();
    data.put("disengagementId", UUID.randomUUID().toString())
        .put("customerId", customer.toString())
        .put("at", at.toString())
        .put("how", how);
    return NeighbourEvent.of("jobs", "agreement.disengaged", customer, at, data.toString());
  }
}
