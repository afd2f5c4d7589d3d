package io.familiarface.feedback.page;

import static io.familiarface.rest.testing.story.NeighbourEvent.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class TimelineTest {
  @Inject Company company;
  private CustomerStory dorothy;

  @BeforeEach
  void dorothy_has_a_story() {
    company.startsAnew();
    dorothy = company.flagged("Dorothy");
  }

  @Test
  void it_tells_who_came_what_was_promised_and_what_became_of_it() {
    Api.json(
            "admin",
            """
            {"customerId":"%s","csat":2,"text":"I never know who comes."}
            """
                .formatted(dorothy.id))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    company.plansItsCalls();
    Api.json("admin", "{\"outcome\":\"NO_ANSWER\",\"said\":\"Her machine answered.\"}")
        .post("/v1/follow-ups/" + Company.callsOf(dorothy).getString("items[0].id") + "/outcome")
        .then()
        .statusCode(201);
    company.cancels(dorothy);

    JsonPath story = story("").jsonPath();
    assertThat(story.getString("customer.name")).isEqualTo("Dorothy's Gifts");
    assertThat(story.getList("items.findAll { it.type == 'VISIT_COMPLETED' }.technician.name"))
        .containsExactly(
            "Alan", "Alan", "Ben", "Ben", "Ben", "Carlos", "Ben", "Ben", "Ben", "Dave");
    assertThat(story.getList("items.findAll { it.type == 'VISIT_COMPLETED' && it.change }.text"))
        .hasSize(3)
        .contains("Carlos came instead of Ben, who was away. The customer had not been told.")
        .contains(
            "Ben came instead of Alan, who has left the company, for good. The customer had not"
                + " been told.");
    assertThat(story.getList("items.type", String.class))
        .startsWith("AGREEMENT_STARTED", "PROMISE_MADE")
        .contains("PROMISE_BROKEN", "FLAG_RAISED", "AGREEMENT_CANCELLED", "FLAG_LOST");
    assertThat(story.getString("items.find { it.type == 'PROMISE_MADE' }.text"))
        .isEqualTo("It was promised that Alan would come.");
    assertThat(story.getList("items.findAll { it.type == 'PROMISE_BROKEN' }.text", String.class))
        .startsWith("The promise that Alan would come was broken.")
        .contains("The promise that Ben would come was broken.");
    assertThat(story.getString("items.find { it.type == 'FEEDBACK_GIVEN' }.said"))
        .isEqualTo("I never know who comes.");
    assertThat(story.getInt("items.find { it.type == 'FEEDBACK_GIVEN' }.csat")).isEqualTo(2);
    assertThat(story.getString("items.find { it.type == 'CALLED' }.said"))
        .isEqualTo("Her machine answered.");
    assertThat(story.getString("items.find { it.type == 'FLAG_LOST' }.text"))
        .startsWith("We lost the customer, ");
    assertThat(story.getList("items.at", String.class)).isSorted();
  }

  @Test
  void pages_go_on_where_the_one_before_ended_and_say_so_in_the_link() {
    List<String> whole = story("").jsonPath().getList("items.key");
    List<String> paged = new ArrayList<>();
    String cursor = "?limit=4";
    while (cursor != null) {
      Response page = story(cursor);
      paged.addAll(page.jsonPath().getList("items.key"));
      String next = page.jsonPath().get("nextCursor");
      assertThat(page.header("Link") != null).isEqualTo(next != null);
      cursor = next == null ? null : "?limit=4&cursor=" + next;
    }
    assertThat(paged).containsExactlyElementsOf(whole).doesNotHaveDuplicates();
  }

  @Test
  void a_visit_of_which_they_were_told_that_nobody_comes_lets_nobody_down() {
    UUID visit = UUID.randomUUID();
    Instant calledOff = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    isOff(visit, calledOff, true, 1);
    story("?from=" + calledOff).then().body("items.type", not(hasItem("VISIT_MISSED")));
    isOff(visit, calledOff, false, 2);
    story("?from=" + calledOff)
        .then()
        .body(
            "items.find { it.type == 'VISIT_NOT_MADE' }.text",
            equalTo("We called a visit off, and the customer was told before."));
    Api.get("/v1/customers/" + dorothy.id + "/risk").body("service.missed", equalTo(0));
    Api.get("/v1/customers/" + dorothy.id + "/risk/history?limit=500")
        .body(
            "items.find { it.cause.kind == 'VISIT_NOT_MADE' }.cause.text",
            startsWith("A visit was called off, of which the customer was told before, on "));
  }

  /** A visit in two days. */
  private void isOff(UUID visit, Instant calledOff, boolean nobodyCame, int revision) {
    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "jobs",
                "visit.missed",
                dorothy.id,
                calledOff,
                object(
                    "visitId",
                    visit,
                    "agreementId",
                    dorothy.agreement,
                    "customerId",
                    dorothy.id,
                    "scheduledAt",
                    calledOff.plus(Duration.ofDays(2)),
                    "missedAt",
                    calledOff,
                    "calledOff",
                    true,
                    "nobodyCame",
                    nobodyCame,
                    "revision",
                    revision))));
  }

  @Test
  void it_can_be_cut_by_time() {
    Api.get(path("?from=" + dorothy.at(6) + "&until=" + dorothy.at(6)))
        .statusCode(200)
        .body("items.findAll { it.type == 'VISIT_COMPLETED' }", hasSize(1))
        .body("items[0].text", containsString("Carlos came instead of Ben"));
    Api.get(path("?from=2999-01-01T00:00:00Z")).body("items", hasSize(0));
    Api.get("/v1/customers/ext:" + dorothy.externalId + "/timeline")
        .statusCode(200)
        .body("customer.id", equalTo(dorothy.id.toString()));
  }

  @Test
  void whoever_may_not_or_asks_for_nonsense_is_refused() {
    Api.get("/v1/customers/" + UUID.randomUUID() + "/timeline").statusCode(404);
    Api.get(path("?from=yesterday")).statusCode(400);
    Api.get(path("?since=2025-01-01T00:00:00Z")).statusCode(400);
    Api.get(path("?cursor=abc")).statusCode(400);
    Api.get("/v1/customers/nonsense/timeline").statusCode(404);
    for (String role : List.of("technician", "accounting", "integration", "service")) {
      Api.as(role).get(path("")).then().statusCode(403);
    }
  }

  private Response story(String query) {
    return Api.get(path(query)).statusCode(200).extract().response();
  }

  private String path(String query) {
    return "/v1/customers/" + dorothy.id + "/timeline" + query;
  }
}
