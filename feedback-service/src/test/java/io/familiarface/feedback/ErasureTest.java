package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class ErasureTest {
  @Inject StoredRows database;

  @Test
  void an_erased_person_is_gone_and_stays_gone_whatever_is_still_told() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.events());
    Api.json(
            "admin", "{\"customerId\":\"%s\",\"csat\":1,\"text\":\"Words.\"}".formatted(dorothy.id))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    Api.json(
            "admin",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\"}"
                .formatted(dorothy.id))
        .post("/v1/complaints")
        .then()
        .statusCode(201);

    Api.as("admin")
        .get("/v1/customers/" + dorothy.id + "/export")
        .then()
        .statusCode(200)
        .body("records.feedback[0].text", equalTo("Words."))
        .body("records.complaint", hasSize(1))
        .body("records.customer_copy", hasSize(1));
    receipt(dorothy, "PENDING");

    FeedDelivery.live(
        List.of(NeighbourEvent.erased("customers", "customer", dorothy.id, Instant.now())));
    nothingIsKeptOf(dorothy);
    receipt(dorothy, "DONE");
    assertThat(PublishedEvents.of("feedback").about(dorothy.id))
        .as("the feed says that she is to be forgotten, and nothing else of her")
        .singleElement()
        .satisfies(event -> assertThat(event).containsEntry("method", "DELETE"))
        .satisfies(event -> assertThat(event.get("data")).isNull());

    FeedDelivery.live(dorothy.events());
    nothingIsKeptOf(dorothy);
  }

  private static void receipt(CustomerStory person, String state) {
    Api.as("service")
        .get("/v1/customers/" + person.id + "/erasure")
        .then()
        .statusCode(200)
        .body("state", equalTo(state));
  }

  private void nothingIsKeptOf(CustomerStory person) {
    for (String table :
        List.of("signal", "customer_risk", "flag", "feedback", "complaint", "visit_copy")) {
      assertThat(database.count(table, person.id)).as(table).isZero();
    }
    Api.get("/v1/customers/" + person.id + "/risk").statusCode(404);
  }
}
