package io.familiarface.feedback.request;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was asked under two names was asked once, and is not asked twice. */
@ServiceTest
class RequestsOfMergedCustomersTest {
  private static final String SILENT = "They have not answered the last";

  private CustomerStory grace;
  private CustomerStory twin;

  @BeforeEach
  void grace_is_known_under_two_names() {
    grace = Stories.grace();
    twin = CustomerStory.signs("Twin", 10, Stories.ALAN);
    FeedDelivery.load(grace.events());
    FeedDelivery.load(twin.events());
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

  @Test
  void of_two_links_given_on_one_day_one_may_be_written_down_and_none_after_that() {
    give(twin);
    SettableClock.putForward(Duration.ofMinutes(10));
    give(grace);
    FeedDelivery.live(List.of(Stories.merged(twin, grace)));
    String first = asked("&answered=false").body("items", hasSize(1)).extract().path("items[0].id");
    asked("")
        .body("items.id[1]", equalTo(first))
        .body("items[1].sameAs", nullValue())
        .body("items[0].sameAs", equalTo(first));
    SettableClock.putForward(Duration.ofMinutes(10));
    ask(grace).statusCode(201).body("id", equalTo(first));
    ask(grace).statusCode(409).body("type", equalTo("urn:familiar-face:problem:asked-lately"));
    FeedDelivery.live(List.of(Stories.merged(twin, grace)));
    asked("").body("items", hasSize(2));
    SettableClock.putForward(Duration.ofDays(31));
    ask(grace).statusCode(201);
  }

  @Test
  void what_was_written_down_of_the_one_is_not_written_down_again_of_the_other() {
    give(twin);
    ask(grace).statusCode(201);
    FeedDelivery.live(List.of(Stories.merged(twin, grace)));
    ask(grace).statusCode(409);
  }

  @Test
  void one_word_answers_both() {
    give(twin);
    give(grace);
    FeedDelivery.live(List.of(Stories.merged(twin, grace)));
    Api.json("csr", "{\"customerId\":\"%s\",\"csat\":5}".formatted(grace.id))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    asked("&answered=false").body("items", hasSize(0));
    asked("&answered=true").body("items", hasSize(2));
  }

  @Test
  void asked_twice_on_a_day_they_were_silent_once() {
    for (int i = 0; i < 2; i++) {
      SettableClock.putForward(Duration.ofDays(31));
      give(twin);
      give(grace);
    }
    FeedDelivery.live(List.of(Stories.merged(twin, grace)));
    SettableClock.putForward(Duration.ofDays(31));
    risk().body("reasons.text", not(hasItem(startsWith(SILENT))));
    give(grace);
    SettableClock.putForward(Duration.ofDays(31));
    risk().body("reasons.text", hasItem(startsWith(SILENT + " 3 times")));
  }

  private static void give(CustomerStory person) {
    Api.json("csr", "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"}".formatted(person.id))
        .post("/v1/links")
        .then()
        .statusCode(201);
  }

  private static ValidatableResponse ask(CustomerStory person) {
    return Api.json("csr", "{\"customerId\":\"%s\"}".formatted(person.id))
        .post("/v1/feedback/requests")
        .then();
  }

  private ValidatableResponse asked(String filter) {
    return Api.get("/v1/feedback/requests?customerId=" + grace.id + filter).statusCode(200);
  }

  private ValidatableResponse risk() {
    return Api.get("/v1/customers/" + grace.id + "/risk").statusCode(200);
  }
}
