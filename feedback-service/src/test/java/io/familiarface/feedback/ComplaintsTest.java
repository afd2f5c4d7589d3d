package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What customers complain of, and how it is found. */
@ServiceTest
class ComplaintsTest extends ComplaintsOfGrace {
  @ConfigProperty(name = "familiar.url.jobs")
  String jobs;

  @Test
  void it_may_be_about_a_step_of_a_project_and_turn_out_to_be_a_suppliers_fault() {
    UUID project = ProjectsTold.ended(grace.id, "Drying", Instant.now());
    String id =
        Api.json("csr", aboutStep(grace.id, project, 1))
            .post("/v1/complaints")
            .then()
            .statusCode(201)
            .body("projectId", equalTo(project.toString()))
            .body("projectStep", equalTo(1))
            .extract()
            .path("id");
    Api.json("csr", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"supplier\":\"Holt Timber\"}")
        .post("/v1/complaints/" + id + "/assessment")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/supplier"));
    Api.json("csr", "{\"cause\":\"DAMAGE\",\"fault\":\"SUPPLIER\",\"supplier\":\"Holt Timber\"}")
        .post("/v1/complaints/" + id + "/assessment")
        .then()
        .statusCode(201)
        .body("supplier", equalTo("Holt Timber"));
    Api.get("/v1/customers/" + grace.id + "/post-mortem")
        .statusCode(200)
        .body("cases[0].projectStep", equalTo("Drying"))
        .body("cases[0].supplier", equalTo("Holt Timber"));
    Api.as("manager")
        .accept("text/html")
        .get("/v1/customers/" + grace.id + "/post-mortem")
        .then()
        .body(containsString("(Drying step, supplier Holt Timber)"));
  }

  @Test
  void it_is_found_by_its_words() {
    String word = "Zwinger" + Math.abs(grace.id.hashCode());
    Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"words\":\"The %ss were loud.\"}"
                .formatted(grace.id, word))
        .post("/v1/complaints")
        .then()
        .statusCode(201);
    Api.get("/v1/complaints?q=LOUD%20" + word).statusCode(200).body("items", hasSize(1));
    Api.get("/v1/complaints?open=false&q=" + word).body("items", hasSize(0));
    Api.get("/v1/complaints?q=-").statusCode(400);
  }

  @Test
  void those_that_ask_for_something_are_listed_by_when_that_is_due() {
    String low = receivedAs("LOW");
    String high = receivedAs("HIGH");
    String medium = receivedAs("MEDIUM");
    String ended = "{\"externalId\":\"K9-%1$s\",\"customerExternalId\":\"%1$s\",";
    importing(
        ended.formatted(grace.externalId)
            + "\"receivedAt\":\"2026-01-06T09:00:00Z\",\"severity\":\"LOW\",\"cause\":\"PRICE\","
            + "\"resolvedAt\":\"2026-01-09T09:00:00Z\"}");
    String path = "/v1/complaints?sort=due&customerId=" + grace.id;
    Api.get(path).body("items.id", contains(high, medium, low));
    JsonPath first = Api.get(path + "&limit=2").extract().jsonPath();
    assertThat(first.<String>getList("items.id")).containsExactly(high, medium);
    Api.get(path + "&limit=2&cursor=" + first.getString("nextCursor"))
        .body("items.id", contains(low));
    Api.get("/v1/complaints?sort=received&customerId=" + grace.id).body("items", hasSize(4));
    Api.get("/v1/complaints?sort=owner").statusCode(400);
  }

  @Test
  void a_step_of_nobodys_project_or_somebody_elses_is_refused() {
    UUID project = ProjectsTold.ended(grace.id, "Drying", Instant.now());
    CustomerStory other = CustomerStory.signs("Other", 1, Stories.ALAN);
    FeedDelivery.load(other.events());
    refused(aboutStep(other.id, project, 1), 422, "/projectId");
    refused(aboutStep(grace.id, UUID.randomUUID(), 1), 422, "/projectId");
    refused(
        "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"projectStep\":1}".formatted(grace.id),
        400,
        "/projectStep");
    refused(
        "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"projectId\":\"%s\",\"projectExternalId\":\"X\"}"
            .formatted(grace.id, project),
        400,
        "/projectId");
    Api.get("/v1/complaints?customerId=" + grace.id).body("items", hasSize(0));
  }

  @Test
  void a_step_that_was_added_just_now_is_asked_for() {
    UUID project = ProjectsTold.ended(grace.id, "Drying", Instant.now());
    RestAssured.given()
        .body(
            "{\"id\":\"%s\",\"customerId\":\"%s\",\"steps\":[{\"number\":1},{\"number\":2}]}"
                .formatted(project, grace.id))
        .put(jobs + "/v1/projects/" + project)
        .then()
        .statusCode(204);
    Api.json("csr", aboutStep(grace.id, project, 2)).post("/v1/complaints").then().statusCode(201);
    refused(aboutStep(grace.id, project, 3), 422, "/projectStep");
  }

  private static String aboutStep(UUID customer, UUID project, int step) {
    return "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"projectId\":\"%s\",\"projectStep\":%d}"
        .formatted(customer, project, step);
  }

  private static void refused(String body, int status, String pointer) {
    Api.json("csr", body)
        .post("/v1/complaints")
        .then()
        .statusCode(status)
        .body("violations[0].pointer", equalTo(pointer));
  }

  @Test
  void they_are_found_by_what_they_are() {
    received();
    String path = "/v1/complaints?customerId=" + grace.id;
    Api.get(path + "&state=RECEIVED&severity=MEDIUM&cause=TECHNICIAN").body("items", hasSize(1));
    Api.get(path + "&state=CLOSED").body("items", hasSize(0));
    Api.get(path + "&state=PENDING").statusCode(400);
    Api.get("/v1/complaints/" + UUID.randomUUID())
        .statusCode(404)
        .body("type", endsWith("no-such-complaint"));
  }

  @Test
  void whose_it_is_is_found_by_the_name_as_it_is_seen() {
    String typed = "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"owner\":\" Ki\\u200bm\\n\"}";
    Api.json("csr", typed.formatted(grace.id))
        .post("/v1/complaints")
        .then()
        .statusCode(201)
        .body("owner", equalTo("Kim"));
    Api.get("/v1/complaints?owner=Kim&customerId=" + grace.id).body("items", hasSize(1));
  }
}
