package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can have said, or may not write down. */
@ServiceTest
class FeedbackRefusedTest extends FeedbackOfGrace {
  private static final ZoneId COMPANY = ZoneId.of("America/New_York");

  @Test
  void nobody_says_how_a_visit_was_that_is_still_ahead() {
    UUID ahead = grace.visit(10);
    database.change(
        "update visit_copy set state = 'PLANNED', external_id = 'VA-' || id,"
            + " scheduled_at = now() + interval '3 days' where id = ?",
        ahead);
    String body = "{\"customerId\":\"%s\",\"visitId\":\"%s\",%s}";
    Api.json("csr", body.formatted(grace.id, ahead, "\"csat\":1"))
        .post("/v1/feedback")
        .then()
        .statusCode(422)
        .body("type", endsWith("visit-ahead"))
        .body("violations[0].pointer", equalTo("/visitId"));
    assertThat(
            Api.importing(
                    "/v1/feedback/import",
                    """
                    {"externalId":"F-%1$s","customerExternalId":"%1$s","visitExternalId":"VA-%2$s",
                     "at":"2026-01-06T09:00:00Z","csat":3}\
                    """
                        .formatted(grace.externalId, ahead)
                        .replace("\n", ""))
                .asString())
        .contains("visit-ahead");
    Api.json("csr", body.formatted(grace.id, ahead, "\"kind\":\"CONCERN\",\"text\":\"Who comes?\""))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
  }

  @Test
  void nobody_said_how_a_visit_was_before_its_day() {
    UUID visit = grace.visit(9);
    database.change("update visit_copy set external_id = 'VB-' || id where id = ?", visit);
    LocalDate day = grace.at(9).atZone(COMPANY).toLocalDate();
    Instant dayBegins = day.atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
    marks(visit, dayBegins.minusSeconds(1), "\"csat\":1")
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/at"))
        .body("detail", containsString("The visit was on " + day));
    assertThat(imported(visit, dayBegins.minusSeconds(1))).contains("REJECTED", "/at");
    assertThat(database.count("feedback", grace.id)).isZero();

    marks(visit, dayBegins, "\"csat\":1").statusCode(201);
    marks(visit, dayBegins.minusSeconds(1), "\"text\":\"Who comes?\"").statusCode(201);
    assertThat(imported(visit, day.atStartOfDay(ZoneOffset.UTC).toInstant())).contains("CREATED");
  }

  @Test
  void a_visit_that_was_called_off_may_be_spoken_of_since_then() {
    UUID visit = grace.visit(9);
    database.change(
        "update signal set kind = 'VISIT_MISSED' where customer_id = ? and key = 'visit/' || ?",
        grace.id,
        visit.toString());
    marks(visit, grace.at(9).minus(Duration.ofDays(3)), "\"csat\":1").statusCode(201);
  }

  private ValidatableResponse marks(UUID visit, Instant at, String what) {
    return Api.json(
            "manager",
            "{\"customerId\":\"%s\",\"visitId\":\"%s\",\"at\":\"%s\",%s}"
                .formatted(grace.id, visit, at, what))
        .post("/v1/feedback")
        .then();
  }

  private String imported(UUID visit, Instant at) {
    return importing(
        """
        {"externalId":"%s","customerExternalId":"%s","visitExternalId":"VB-%s","at":"%s","csat":3}"""
            .formatted(Api.newKey("F"), grace.externalId, visit, at),
        "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"csat\":3",
        "{\"csat\":3,\"csat\":4,ID}",
        "{\"stars\":3,ID}",
        "{\"csat\":\"3\",ID}",
        "{\"csat\":6,ID}",
        "{\"nps\":11,ID}",
        "{\"effort\":0,ID}",
        "{\"csat\":2.5,ID}",
        "{ID}",
        "{\"csat\":3}",
        "{\"csat\":3,ID,\"customerExternalId\":\"X\"}",
        "[]",
        "null",
        "",
        "{\"csat\":3,\"kind\":\"RUMOUR\",ID}",
        "{\"csat\":3,\"at\":\"2999-01-01T00:00:00Z\",ID}",
        "{\"csat\":3,\"at\":\"yesterday\",ID}",
        "{\"csat\":3,\"at\":1700000000,ID}"
      })
  void what_cannot_be_understood_is_refused_and_changes_nothing(String body) {
    Api.json("admin", body.replace("ID", "\"customerId\":\"" + grace.id + "\""))
        .post("/v1/feedback")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    assertThat(database.count("feedback", grace.id)).isZero();
  }

  @Test
  void a_customer_or_visit_that_is_not_hers_is_refused() {
    Api.json("admin", "{\"customerId\":\"%s\",\"csat\":3}".formatted(UUID.randomUUID()))
        .post("/v1/feedback")
        .then()
        .statusCode(422)
        .body("type", endsWith("unknown-customer"))
        .body("violations[0].pointer", equalTo("/customerId"));
    CustomerStory other = Stories.grace();
    FeedDelivery.load(other.events());
    for (UUID visit : List.of(UUID.randomUUID(), other.visit(1))) {
      Api.json(
              "admin",
              "{\"customerId\":\"%s\",\"visitId\":\"%s\",\"csat\":3}".formatted(grace.id, visit))
          .post("/v1/feedback")
          .then()
          .statusCode(422)
          .body("type", endsWith("unknown-visit"));
    }
    assertThat(database.count("feedback", grace.id)).isZero();
  }

  @Test
  void a_million_characters_are_refused_and_change_nothing() {
    Api.json(
            "admin",
            "{\"customerId\":\"%s\",\"text\":\"%s\"}".formatted(grace.id, "a".repeat(1_000_000)))
        .post("/v1/feedback")
        .then()
        .statusCode(oneOf(400, 413))
        .contentType("application/problem+json");
    assertThat(database.count("feedback", grace.id)).isZero();
  }

  @Test
  void a_step_that_is_none_of_theirs_is_refused_and_changes_nothing() {
    UUID project = ProjectsTold.ended(grace.id, "Drying", Instant.now());
    CustomerStory other = CustomerStory.signs("Other", 1, Stories.ALAN);
    FeedDelivery.load(other.events());
    Map<String, Integer> refused =
        Map.of(
            aboutStep(other.id, project, 1), 422,
            aboutStep(grace.id, project, 7), 422,
            aboutStep(grace.id, UUID.randomUUID(), 1), 422,
            "{\"customerId\":\"%s\",\"csat\":3,\"projectStep\":1}".formatted(grace.id), 400);
    refused.forEach(
        (body, status) -> Api.json("csr", body).post("/v1/feedback").then().statusCode(status));
    Api.get("/v1/feedback?customerId=" + grace.id).body("items", hasSize(0));
  }

  @Test
  void words_to_look_for_that_are_too_many_are_refused() {
    for (String list : List.of("feedback?q=", "complaints?q=", "complaints?owner=")) {
      Api.get("/v1/" + list + "a".repeat(201))
          .statusCode(400)
          .body("type", equalTo("urn:familiar-face:problem:invalid-request"));
    }
  }

  @Test
  void what_was_said_long_ago_is_for_a_manager_to_record() {
    String body =
        "{\"customerId\":\"%s\",\"csat\":3,\"at\":\"2026-01-05T10:00:00Z\"}".formatted(grace.id);
    Api.as("csr")
        .contentType("application/json")
        .body(body)
        .post("/v1/feedback")
        .then()
        .statusCode(403);
    Api.as("manager")
        .contentType("application/json")
        .body(body)
        .post("/v1/feedback")
        .then()
        .statusCode(201);
  }
}
