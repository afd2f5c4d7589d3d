package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class FlagsTest {

  @Test
  void somebody_takes_note_of_it_and_does_something_about_it() {
    CustomerStory dorothy = flagged();
    String flag = flagOf(dorothy);
    Api.as("csr")
        .post("/v1/flags/" + flag + "/acknowledgement")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/v1/flags/" + flag))
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("acknowledgedBy", equalTo("test csr"));
    Api.json("admin", "{\"action\":\"Called her: Ben is back on the 14th.\"}")
        .post("/v1/flags/" + flag + "/action")
        .then()
        .statusCode(201)
        .body("state", equalTo("ACTED"))
        .body("action", equalTo("Called her: Ben is back on the 14th."))
        .body("actedAt", notNullValue());
    Api.as("csr")
        .post("/v1/flags/" + flag + "/acknowledgement")
        .then()
        .statusCode(201)
        .body("state", equalTo("ACTED"));
    assertThat(PublishedEvents.of("feedback").about(dorothy.id, "flag.changed"))
        .extracting(event -> PublishedEvents.data(event).get("state"))
        .containsExactly("RAISED", "ACKNOWLEDGED", "ACTED");
  }

  @Test
  void what_people_did_about_it_stays_when_more_happens() {
    CustomerStory dorothy = Stories.dorothyAfter(9);
    FeedDelivery.live(dorothy.newEvents());
    Api.as("csr").post("/v1/flags/" + flagOf(dorothy) + "/acknowledgement").then().statusCode(201);
    FeedDelivery.live(dorothy.isVisitedInstead(Stories.DAVE).newEvents());
    Api.get("/v1/flags?customerId=" + dorothy.id)
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("ACKNOWLEDGED"));
  }

  @Test
  void it_names_the_broken_promise_though_that_was_heard_of_after_the_visit() {
    CustomerStory dorothy = Stories.dorothyAfter(3);
    List<NeighbourEvent> told = dorothy.events();
    FeedDelivery.live(told.stream().filter(one -> one.feed().equals("jobs")).toList());
    FeedDelivery.live(told.stream().filter(one -> one.feed().equals("customers")).toList());
    Api.get("/v1/flags?customerId=" + dorothy.id)
        .body("items", hasSize(1))
        .body("items[0].reasonCodes", hasItem("PROMISE_BROKEN"))
        .body("items[0].reasons.code", hasItem("PROMISE_BROKEN"));
  }

  @Test
  void one_that_has_ended_is_not_answered_any_more() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.newEvents());
    String flag = flagOf(dorothy);
    FeedDelivery.live(dorothy.cancels().newEvents());
    Api.as("csr")
        .post("/v1/flags/" + flag + "/acknowledgement")
        .then()
        .statusCode(409)
        .body("type", endsWith("flag-not-open"));
    Api.json("admin", "{\"action\":\"Too late\"}")
        .post("/v1/flags/" + flag + "/action")
        .then()
        .statusCode(409);
  }

  @Test
  void they_are_found_by_customer_and_state_and_id() {
    CustomerStory dorothy = flagged();
    String flag = flagOf(dorothy);
    Api.get("/v1/flags/" + flag)
        .statusCode(200)
        .body("customerId", equalTo(dorothy.id.toString()))
        .body("reasons[0].text", notNullValue());
    Api.get("/v1/flags/ext:" + dorothy.externalId).statusCode(200).body("id", equalTo(flag));
    Api.get("/v1/flags/ext:nobody").statusCode(404).body("type", endsWith("no-such-customer"));
    Api.get("/v1/flags?state=RAISED&customerId=ext:" + dorothy.externalId)
        .statusCode(200)
        .body("items", hasSize(1));
    Api.get("/v1/flags?state=LOST&customerId=" + dorothy.id).body("items", hasSize(0));
    Api.get("/v1/flags?state=MAYBE").statusCode(400);
    Api.get("/v1/flags?customerId=" + UUID.randomUUID()).statusCode(404);
    Api.get("/v1/flags/" + UUID.randomUUID())
        .statusCode(404)
        .body("type", endsWith("no-such-flag"));
    Api.get("/v1/flags/nonsense").statusCode(404).contentType("application/problem+json");
  }

  @Test
  void an_action_says_what_was_done() {
    String flag = flagOf(flagged());
    for (String body :
        new String[] {
          "{}",
          "{\"action\":\" \"}",
          "{\"action\":7}",
          "{\"action\":\"x\",\"at\":\"2999-01-01T00:00:00Z\"}",
          "{\"action\":\"x\",\"at\":\"1970-01-01T00:00:00Z\"}"
        }) {
      Api.json("admin", body).post("/v1/flags/" + flag + "/action").then().statusCode(400);
    }
    Api.get("/v1/flags/" + flag).body("state", equalTo("RAISED"));
  }

  private CustomerStory flagged() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.events());
    return dorothy;
  }

  private static String flagOf(CustomerStory person) {
    return Api.get("/v1/flags?customerId=" + person.id).extract().path("items[0].id");
  }
}
