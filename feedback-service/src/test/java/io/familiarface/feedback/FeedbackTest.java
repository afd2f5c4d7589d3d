package io.familiarface.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class FeedbackTest {
  @Inject StoredRows database;

  private CustomerStory grace;

  @BeforeEach
  void grace_is_known() {
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
  }

  @Test
  void what_she_said_is_kept_and_weighs_at_once() {
    double before = probability();
    Response given =
        Api.json(
                "admin",
                """
                {"customerExternalId":"%s","visitId":"%s","csat":1,"text":"Nobody listens."}\
                """
                    .formatted(grace.externalId, grace.visit(10)))
            .post("/v1/feedback");
    given.then().statusCode(201).body("kind", equalTo("SURVEY")).body("csat", equalTo(1));
    Api.get(given.header("Location").replaceFirst("https?://[^/]+", ""))
        .statusCode(200)
        .body("text", equalTo("Nobody listens."))
        .body("recordedBy", equalTo("test admin"));
    assertThat(probability()).isGreaterThan(before);
    Api.get("/v1/customers/" + grace.id + "/risk")
        .body("service.csatLast", equalTo(1))
        .body("reasons.code", hasItem("LOW_SATISFACTION"));
    List<Map<String, Object>> events =
        PublishedEvents.of("feedback").about(grace.id, "feedback.given");
    assertThat(events).hasSize(1);
    assertThat(PublishedEvents.data(events.get(0)))
        .doesNotContainKey("text")
        .containsEntry("csat", 1);
  }

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

  @ParameterizedTest
  @CsvSource({
    "“Never again” was late—again, never",
    "“Never again” was late—again, late",
    "Mr O’Brien came, brien",
    "Mr O’Brien came, o’brien",
    "«Schade», schade",
    "¿Dónde está?, dónde",
    "¿Dónde está?, do\u0301nde",
    "😀great🎉, great",
    "不错, 不错"
  })
  void words_are_found_whatever_marks_stand_beside_them(String text, String word) {
    Api.json("csr", "{\"customerId\":\"%s\",\"text\":\"%s\"}".formatted(grace.id, text))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    Api.as("csr")
        .queryParam("q", word)
        .queryParam("customerId", grace.id)
        .get("/v1/feedback")
        .then()
        .statusCode(200)
        .body("items.text", hasItem(text));
  }

  @Test
  void sent_again_with_its_key_it_is_said_once() {
    String body = "{\"customerId\":\"%s\",\"csat\":4}".formatted(grace.id);
    String key = UUID.randomUUID().toString();
    Response once = Api.json("admin", body).header("Idempotency-Key", key).post("/v1/feedback");
    Response again =
        Api.json("admin", body).header("Idempotency-Key", '"' + key + '"').post("/v1/feedback");
    assertThat(again.asString()).isEqualTo(once.asString());
    assertThat(database.count("feedback", grace.id)).isEqualTo(1);
    Api.json("admin", body.replace("4", "5"))
        .header("Idempotency-Key", key)
        .post("/v1/feedback")
        .then()
        .statusCode(422)
        .body("type", endsWith("key-reused"));
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
  void it_names_a_technician_where_there_was_no_visit_to_name() {
    FeedDelivery.load(Stories.technicians());
    String ben = Stories.BEN.id().toString();
    String said = "{\"customerId\":\"%s\",\"csat\":2,%s}";
    Api.json("csr", said.formatted(grace.id, "\"technicianId\":\"" + ben + "\""))
        .post("/v1/feedback")
        .then()
        .statusCode(201)
        .body("technicianId", equalTo(ben))
        .body("visitId", nullValue());
    Api.get("/v1/feedback?customerId=" + grace.id)
        .body("items", hasSize(1))
        .body("items[0].technicianId", equalTo(ben));
    Api.json(
            "csr",
            said.formatted(
                grace.id,
                "\"technicianId\":\"%s\",\"visitId\":\"%s\"".formatted(ben, grace.visit(1))))
        .post("/v1/feedback")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/technicianId"));
    Api.json("csr", said.formatted(grace.id, "\"technicianId\":\"" + UUID.randomUUID() + "\""))
        .post("/v1/feedback")
        .then()
        .statusCode(422)
        .body("type", endsWith("unknown-technician"));
    assertThat(database.count("feedback", grace.id)).isEqualTo(1);
  }

  @Test
  void an_imported_line_names_a_technician_too() {
    FeedDelivery.load(Stories.technicians());
    String lines =
        """
        {"externalId":"N-%1$s","customerExternalId":"%1$s","technicianExternalId":"%2$s","at":"2026-03-01T10:00:00Z","csat":4}
        {"externalId":"O-%1$s","customerExternalId":"%1$s","technicianExternalId":"NOBODY","at":"2026-03-01T10:00:00Z","csat":4}
        {"externalId":"P-%1$s","customerExternalId":"%1$s","visitExternalId":"%1$s-3","technicianExternalId":"%2$s","at":"2026-03-01T10:00:00Z","csat":4}
        """
            .formatted(grace.externalId, "T-" + Stories.BEN.name());
    assertThat(statuses(importing(lines, ""))).containsExactly("CREATED", "REJECTED", "REJECTED");
    assertThat(statuses(importing(lines, ""))).containsExactly("UNCHANGED", "REJECTED", "REJECTED");
    Api.get("/v1/feedback/ext:N-" + grace.externalId)
        .statusCode(200)
        .body("technicianId", equalTo(Stories.BEN.id().toString()));
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
  void it_may_be_about_a_step_of_a_project_and_is_told_so() {
    UUID project = ProjectsTold.ended(grace.id, "Drying", Instant.now());
    Api.json("csr", aboutStep(grace.id, project, 1))
        .post("/v1/feedback")
        .then()
        .statusCode(201)
        .body("projectId", equalTo(project.toString()))
        .body("projectStep", equalTo(1));
    List<Map<String, Object>> events =
        PublishedEvents.of("feedback").about(grace.id, "feedback.given");
    assertThat(PublishedEvents.data(events.get(0)))
        .containsEntry("projectId", project.toString())
        .containsEntry("projectStep", 1);
    var lines =
        Api.imported(
            "/v1/feedback/import",
            line(grace, project, 1),
            line(grace, project, 7),
            line(grace, UUID.randomUUID(), 1));
    assertThat(lines)
        .extracting(line -> line.path("status").asText())
        .containsExactly("CREATED", "REJECTED", "REJECTED");
    Api.get("/v1/feedback?customerId=" + grace.id)
        .statusCode(200)
        .body("items.projectStep", contains(1, 1));
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

  private static String aboutStep(UUID customer, UUID project, int step) {
    return "{\"customerId\":\"%s\",\"csat\":3,\"projectId\":\"%s\",\"projectStep\":%d}"
        .formatted(customer, project, step);
  }

  private static String line(CustomerStory customer, UUID project, int step) {
    return """
        {"externalId":"%s","customerExternalId":"%s","projectExternalId":"PJ-%s","projectStep":%d,"at":"%s","csat":2}"""
        .formatted(
            Api.newKey("F"),
            customer.externalId,
            project,
            step,
            Instant.now().minus(Duration.ofHours(1)));
  }

  @Test
  void what_was_said_is_found_by_its_words() {
    String word = "Zwinger" + Math.abs(grace.id.hashCode());
    for (String text : List.of("The " + word + "s were LOUD.", "Loud again.", word)) {
      Api.json("csr", "{\"customerId\":\"%s\",\"text\":\"%s\"}".formatted(grace.id, text))
          .post("/v1/feedback")
          .then()
          .statusCode(201);
    }
    Api.get("/v1/feedback?q=" + word.toLowerCase(Locale.ROOT)).body("items", hasSize(2));
    Api.get("/v1/feedback?q=loud%20" + word)
        .statusCode(200)
        .body("items.text", contains("The " + word + "s were LOUD."));
    Api.get("/v1/feedback?kind=PRAISE&q=" + word).body("items", hasSize(0));
    Api.get("/v1/feedback?q=%3F%3F").statusCode(400);
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

  @Test
  void a_key_of_its_own_belongs_to_one() {
    String body =
        "{\"externalId\":\"%s\",\"customerId\":\"%s\",\"csat\":3}"
            .formatted("F-" + grace.externalId, grace.id);
    Api.json("admin", body).post("/v1/feedback").then().statusCode(201);
    Api.json("admin", body)
        .post("/v1/feedback")
        .then()
        .statusCode(409)
        .body("type", endsWith("external-id-taken"));
    Api.get("/v1/feedback/ext:F-" + grace.externalId).statusCode(200);
    Api.get("/v1/feedback?externalId=F-" + grace.externalId).body("items", hasSize(1));
    Api.get("/v1/feedback/" + UUID.randomUUID()).statusCode(404);
  }

  @Test
  void an_import_takes_the_good_lines_and_says_what_is_wrong_with_the_others() {
    String key = grace.externalId;
    String lines =
        """
        {"externalId":"A-%1$s","customerExternalId":"%1$s","visitExternalId":"%1$s-3","at":"2026-03-01T10:00:00Z","csat":4,"nps":null,"text":null}
        {"externalId":"B-%1$s","customerExternalId":"NOBODY","at":"2026-03-01T10:00:00Z","csat":4}
        not json
        {"externalId":"C-%1$s","customerExternalId":"%1$s","at":"2026-03-01T10:00:00Z","csat":9}
        {"externalId":"D-%1$s","customerExternalId":"%1$s","visitExternalId":"NONE","at":"2026-03-01T10:00:00Z","csat":1}
        {"externalId":"E-%1$s","customerExternalId":"%1$s","at":"2999-03-01T10:00:00Z","csat":1}
        {"externalId":"G-%1$s","customerExternalId":"%1$s","at":"2026-03-01T10:00:00Z","text":" "}
        {"externalId":"F-%1$s","customerExternalId":"%1$s","at":"2026-04-01T10:00:00Z","csat":2}
        """
            .formatted(key);
    assertThat(statuses(importing(lines, "?dryRun=true")))
        .containsExactly(
            "CREATED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "CREATED");
    assertThat(database.count("feedback", grace.id)).isZero();

    String state = database.state(grace.id);
    assertThat(statuses(importing(lines, "")))
        .containsExactly(
            "CREATED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "CREATED");
    assertThat(database.state(grace.id)).isNotEqualTo(state);
    assertThat(statuses(importing(lines, "")))
        .containsExactly(
            "UNCHANGED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "REJECTED",
            "UNCHANGED");
    assertThat(statuses(importing(lines.replace("\"csat\":2", "\"csat\":5"), "")))
        .last()
        .isEqualTo("UPDATED");
    assertThat(database.signals(grace.id))
        .filteredOn(line -> line.startsWith("feedback"))
        .hasSize(2);
  }

  @Test
  void an_import_may_be_a_table() {
    String csv =
        "externalId,customerExternalId,at,csat\nT-%1$s,%1$s,2026-03-01T10:00:00Z,3\n"
            .formatted(grace.externalId);
    String report =
        Api.as("manager")
            .contentType("text/csv")
            .body(csv.getBytes(UTF_8))
            .post("/v1/feedback/import")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(statuses(report)).containsExactly("CREATED");
  }

  private static String importing(String lines, String query) {
    return Api.importing("/v1/feedback/import" + query, lines)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static List<String> statuses(String report) {
    return Arrays.stream(report.strip().split("\n"))
        .map(line -> JsonPath.from(line).getString("status"))
        .toList();
  }

  private double probability() {
    return Api.get("/v1/customers/" + grace.id + "/risk")
        .extract()
        .jsonPath()
        .getDouble("probability");
  }
}
