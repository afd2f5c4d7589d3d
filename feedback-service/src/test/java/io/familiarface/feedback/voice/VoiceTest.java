package io.familiarface.feedback.voice;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.CustomerStory.Technician;
import io.familiarface.rest.testing.story.FeedDelivery;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class VoiceTest {
  private final Technician olga = Technician.named("Olga");
  private final Technician pete = Technician.named("Pete");

  private void visited(Technician technician, int csat, String text) {
    CustomerStory customer = CustomerStory.signs("Voice", 8, technician);
    for (int month = 1; month <= 8; month++) {
      customer.isVisited();
    }
    FeedDelivery.load(customer.events());
    for (int month = 1; month <= 8; month++) {
      Api.json(
              "admin",
              "{\"customerId\":\"%s\",\"visitId\":\"%s\",\"csat\":%d,\"text\":\"%s\"}"
                  .formatted(customer.id, customer.visit(month), csat - month % 2, text))
          .post("/v1/feedback")
          .then()
          .statusCode(201);
    }
  }

  @Test
  void what_customers_say_of_one_is_set_against_what_others_get() {
    FeedDelivery.load(List.of(olga.event(), pete.event()));
    visited(olga, 5, "Wonderful.");
    visited(pete, 3, "Well.");
    Api.as("manager")
        .get("/v1/technicians/" + olga.id() + "/voice")
        .then()
        .statusCode(200)
        .body("name", equalTo("Olga"))
        .body("answers", equalTo(8))
        .body("standing.observed", equalTo(4.5f))
        .body("standing.difference", greaterThan(0f))
        .body("standing.low", greaterThan(0f))
        .body("verdict", containsString("better"))
        .body("said.text", hasItem("Wonderful."))
        .body("marks.circumstances", hasItem("EXPECTED"));
    Api.as("service")
        .get("/v1/technicians/" + pete.id() + "/voice")
        .then()
        .body("standing.difference", lessThan(0f));
  }

  @Test
  void of_whom_nobody_has_spoken_nothing_is_said() {
    Technician quiet = Technician.named("Quiet");
    FeedDelivery.load(List.of(quiet.event()));
    Api.as("manager")
        .get("/v1/technicians/" + quiet.id() + "/voice")
        .then()
        .statusCode(200)
        .body("answers", equalTo(0))
        .body("standing", equalTo(null))
        .body("verdict", containsString("nothing yet"));
    Api.as("csr").get("/v1/technicians/" + quiet.id() + "/voice").then().statusCode(403);
  }
}
