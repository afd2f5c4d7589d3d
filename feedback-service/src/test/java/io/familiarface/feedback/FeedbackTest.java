package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers said, and how it is found. */
@ServiceTest
class FeedbackTest extends FeedbackOfGrace {
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

  private double probability() {
    return Api.get("/v1/customers/" + grace.id + "/risk")
        .extract()
        .jsonPath()
        .getDouble("probability");
  }
}
