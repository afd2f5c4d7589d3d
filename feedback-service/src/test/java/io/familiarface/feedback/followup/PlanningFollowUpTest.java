package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class PlanningFollowUpTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/New_York"));

  @Inject Company company;
  private CustomerStory dorothy;
  private String call;

  @BeforeEach
  void somebody_is_to_be_called() {
    company.startsAnew();
    dorothy = company.flagged("Dorothy");
    company.plansItsCalls();
    call = Company.callsOf(dorothy).getString("items[0].id");
  }

  @Test
  void somebody_takes_a_call_moves_it_and_gives_it_back() {
    patch("\"1\"", "{\"owner\":\"Maria\"}")
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\"2-"))
        .body("owner", equalTo("Maria"));
    patch("\"2\"", "{\"dueOn\":\"" + TODAY.plusDays(20) + "\"}")
        .then()
        .statusCode(200)
        .body("owner", equalTo("Maria"))
        .body("dueOn", equalTo(TODAY.plusDays(20).toString()));
    patch("\"3\"", "{\"owner\":null}").then().statusCode(200).body("owner", nullValue());
  }

  @Test
  void another_system_names_a_call_by_the_customer_who_is_called() {
    String hers = "/v1/follow-ups/ext:" + dorothy.externalId;
    Api.get(hers).statusCode(200).body("id", equalTo(call));
    Api.json("admin", "{\"outcome\":\"REACHED\"}").post(hers + "/outcome").then().statusCode(201);
    Api.get(hers).statusCode(200).body("id", equalTo(call)).body("state", equalTo("DONE"));
    Api.get("/v1/follow-ups/ext:nobody").statusCode(404);
  }

  @Test
  void nobody_changes_what_somebody_else_has_just_changed() {
    patch(null, "{\"owner\":\"Maria\"}").then().statusCode(428);
    patch("\"1\"", "{\"owner\":\"Maria\"}").then().statusCode(200);
    patch("\"1\"", "{\"owner\":\"Ann\"}").then().statusCode(412);
    Api.get("/v1/follow-ups/" + call).body("owner", equalTo("Maria"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"owner\":\"\"}",
        "{\"owner\":\"  \"}",
        "{\"owner\":7}",
        "{\"dueOn\":null}",
        "{\"dueOn\":\"2020-01-01\"}",
        "{\"dueOn\":\"2125-01-01\"}",
        "{\"dueOn\":20261201}",
        "{\"state\":\"DONE\"}",
        "[]",
        "{"
      })
  void a_patch_that_makes_no_sense_changes_nothing(String body) {
    patch("\"1\"", body).then().statusCode(400).contentType("application/problem+json");
    Api.get("/v1/follow-ups/" + call).header("ETag", startsWith("\"1-")).body("owner", nullValue());
  }

  @Test
  void a_closed_call_stays_as_it_is() {
    Api.json("admin", "{\"outcome\":\"REACHED\"}")
        .post("/v1/follow-ups/" + call + "/outcome")
        .then()
        .statusCode(201);
    patch("\"2\"", "{\"owner\":\"Maria\"}").then().statusCode(409);
  }

  @Test
  void calls_are_found_by_state_owner_day_and_customer() {
    patch("\"1\"", "{\"owner\":\"Maria\",\"dueOn\":\"" + TODAY.plusDays(20) + "\"}");
    String hers = "customerId=ext:" + dorothy.externalId;
    found(hers, 1);
    found(hers + "&state=OPEN", 1);
    found(hers + "&state=DONE", 0);
    found("owner=Maria", 1);
    found("owner=Ann", 0);
    found("dueUntil=" + TODAY.plusDays(20), 1);
    found("dueUntil=" + TODAY.plusDays(19), 0);
    found("closedFrom=2020-01-01T00:00:00Z", 0);
    for (String bad :
        List.of(
            "state=MAYBE", "dueUntil=soon", "closedFrom=soon", "due=1", "limit=0", "cursor=x")) {
      Api.get("/v1/follow-ups?" + bad).statusCode(400).contentType("application/problem+json");
    }
    Api.get("/v1/follow-ups?customerId=" + UUID.randomUUID()).statusCode(404);
  }

  @Test
  void pages_go_on_where_the_one_before_ended() {
    for (int i = 1; i <= 4; i++) {
      company.flagged("CustomerStory" + i);
    }
    company.plansItsCalls();
    List<String> whole = Company.calls("limit=100").getList("items.id");
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page = Company.calls("limit=2" + cursor);
      paged.addAll(page.getList("items.id"));
      cursor = page.get("nextCursor") == null ? null : "&cursor=" + page.get("nextCursor");
    } while (cursor != null);
    assertThat(paged).hasSize(5).containsExactlyElementsOf(whole);
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    String etag = Api.get("/v1/follow-ups/" + call).extract().header("ETag");
    Api.as("csr")
        .header("If-None-Match", etag)
        .get("/v1/follow-ups/" + call)
        .then()
        .statusCode(304);
    assertThat(Instant.parse(Company.callsOf(dorothy).getString("items[0].openedAt")))
        .isBefore(Instant.now());
  }

  private static void found(String query, int count) {
    Api.get("/v1/follow-ups?" + query).statusCode(200).body("items", hasSize(count));
  }

  private Response patch(String etag, String body) {
    RequestSpecification request =
        Api.as("manager").contentType("application/merge-patch+json").body(body);
    return (etag == null ? request : request.header("If-Match", etag))
        .patch("/v1/follow-ups/" + call);
  }
}
