package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ComplaintsTest {
  @Inject StoredRows database;

  @ConfigProperty(name = "familiar.url.jobs")
  String jobs;

  private CustomerStory grace;

  @BeforeEach
  void grace_is_known() {
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

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
  void it_is_changed_by_whoever_has_seen_it_as_it_is() {
    String id = received();
    patch(id, null, "{\"severity\":\"LOW\"}").statusCode(428);
    patch(id, "\"7\"", "{\"severity\":\"LOW\"}").statusCode(412);
    patch(id, "\"1\"", "{\"severity\":\"LOW\"}").statusCode(200).body("severity", equalTo("LOW"));
    patch(id, "\"1\"", "{\"severity\":\"HIGH\"}").statusCode(412);
    patch(UUID.randomUUID().toString(), "\"1\"", "{}").statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"severity\":null}",
        "{\"cause\":\"WEATHER\"}",
        "{\"colour\":\"red\"}",
        "[]",
        "{\"severity\":",
        "{\"resolvedAt\":\"2001-01-01T00:00:00Z\"}",
        "{\"resolvedAt\":\"2999-01-01T00:00:00Z\"}",
        "{\"customerSatisfied\":\"yes\"}",
        "{\"state\":\"RESOLVED\"}"
      })
  void a_change_that_cannot_be_is_refused(String patch) {
    String id = received();
    patch(id, "\"1\"", patch).statusCode(400).contentType("application/problem+json");
    Api.get("/v1/complaints/" + id)
        .body("state", equalTo("RECEIVED"))
        .body("cause", equalTo("TECHNICIAN"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ID,\"cause\":\"PRICE\"}",
        "{ID,\"severity\":\"AWFUL\",\"cause\":\"PRICE\"}",
        "{ID,\"severity\":\"LOW\",\"cause\":\"WEATHER\"}",
        "{\"severity\":\"LOW\",\"cause\":\"PRICE\"}"
      })
  void one_that_cannot_be_is_refused(String body) {
    Api.json("admin", body.replace("ID", "\"customerId\":\"" + grace.id + "\""))
        .post("/v1/complaints")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    assertThat(database.count("complaint", grace.id)).isZero();
  }

  @Test
  void a_visit_to_somebody_else_and_words_without_end_are_refused() {
    CustomerStory other = Stories.grace();
    FeedDelivery.load(other.events());
    String body = "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\",%s}";
    for (UUID visit : List.of(UUID.randomUUID(), other.visit(1))) {
      Api.json("admin", body.formatted(grace.id, "\"visitId\":\"" + visit + "\""))
          .post("/v1/complaints")
          .then()
          .statusCode(422)
          .body("type", endsWith("unknown-visit"))
          .body("violations[0].pointer", equalTo("/visitId"));
    }
    Api.json("admin", body.formatted(grace.id, "\"words\":\"" + "a".repeat(1_000_000) + "\""))
        .post("/v1/complaints")
        .then()
        .statusCode(oneOf(400, 413))
        .contentType("application/problem+json");
    assertThat(database.count("complaint", grace.id)).isZero();
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

  @Test
  void a_blank_owner_or_cause_is_none() {
    for (String blank : List.of("owner", "cause", "externalId")) {
      Api.json(
              "csr",
              "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"%s\":\"   \"}"
                  .formatted(grace.id, blank))
          .post("/v1/complaints")
          .then()
          .statusCode(400)
          .body("violations[0].pointer", equalTo("/" + blank));
    }
  }

  @Test
  void what_was_received_here_is_not_closed_by_an_import() {
    String key = "K-" + UUID.randomUUID();
    Api.json(
            "csr",
            "{\"externalId\":\"%s\",\"customerId\":\"%s\",\"severity\":\"LOW\",\"words\":\"It creaks.\"}"
                .formatted(key, grace.id))
        .post("/v1/complaints")
        .then()
        .statusCode(201);
    String line =
        "{\"externalId\":\"%s\",\"customerExternalId\":\"%s\",\"receivedAt\":\"2026-01-06T09:00:00Z\",\"severity\":\"HIGH\"}"
            .formatted(key, grace.externalId);
    String settled =
        line.replace("}", ",\"resolvedAt\":\"2026-01-08T09:00:00Z\",\"customerSatisfied\":true}");
    for (int time = 0; time < 2; time++) {
      assertThat(importing(settled)).contains("REJECTED").contains("case-in-hand");
      assertThat(importing(line)).doesNotContain("REJECTED");
    }
    Api.as("csr").get("/v1/complaints/ext:" + key).then().body("state", equalTo("RECEIVED"));
  }

  @Test
  void an_import_brings_settled_ones_too_and_may_be_run_again() {
    String lines =
        """
        {"externalId":"K1-%1$s","customerExternalId":"%1$s","receivedAt":"2026-02-01T10:00:00Z","severity":"HIGH","cause":"DAMAGE","resolvedAt":"2026-02-20T10:00:00Z","customerSatisfied":false}
        {"externalId":"K2-%1$s","customerExternalId":"%1$s","receivedAt":"2026-02-01T10:00:00Z","severity":"HIGH","cause":"WEATHER","resolvedAt":null,"customerSatisfied":null}
        {"externalId":"K3-%1$s","customerExternalId":"%1$s","receivedAt":"2026-02-01T10:00:00Z","severity":"LOW","cause":"PRICE","resolvedAt":"2026-01-20T10:00:00Z"}
        """
            .formatted(grace.externalId);
    String report = importing(lines);
    assertThat(report.lines().map(line -> line.replaceAll(".*\"status\":\"(\\w+)\".*", "$1")))
        .containsExactly("CREATED", "REJECTED", "REJECTED");
    assertThat(report).contains("/cause").contains("/resolvedAt");
    assertThat(importing(lines)).contains("UNCHANGED");
    assertThat(database.signals(grace.id))
        .filteredOn(line -> line.startsWith("complaint"))
        .hasSize(2);
    Api.get("/v1/complaints/ext:K1-" + grace.externalId).body("state", equalTo("LOST"));
  }

  @Test
  void one_that_had_come_back_before_it_was_imported_is_mended_here_in_its_second_round() {
    String key = Api.newKey("K");
    Api.importing(
            "/v1/complaints/import",
            """
            {"externalId":"%s","customerExternalId":"%s","receivedAt":"2026-05-01T10:00:00Z",\
            "severity":"LOW","resolvedAt":"2026-06-01T10:00:00Z",\
            "reopenedAt":"2026-07-01T10:00:00Z","customerSatisfied":true}\
            """
                .formatted(key, grace.externalId))
        .then()
        .statusCode(200);
    String one = "/v1/complaints/ext:" + key;
    Api.get(one).body("round", equalTo(2)).body("customerSatisfied", nullValue());
    Api.get("/v1/complaints?externalId=" + key).body("items[0].customerSatisfied", nullValue());
    double before = riskInAugust();

    Map<String, String> steps = new LinkedHashMap<>();
    steps.put("assessment", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\"}");
    steps.put("apology", "{\"words\":\"Sorry.\",\"promisedChange\":\"Mats.\"}");
    steps.put("remedy", "{\"askedFor\":\"Again.\",\"kind\":\"REDO\"}");
    steps.put("delivery", "{}");
    steps.put("check-ins", "{\"trust\":4}");
    steps.put("closure", "{\"by\":\"CUSTOMER\",\"satisfied\":true,\"words\":\"Good.\"}");
    steps.put("reopening", "{\"words\":\"Again.\"}");
    steps.forEach(
        (step, body) -> Api.json("csr", body).post(one + "/" + step).then().statusCode(201));
    assertThat(riskInAugust()).isEqualTo(before);
    Api.get(one)
        .body("round", equalTo(3))
        .body(
            "steps.step",
            contains(
                "CLOSURE",
                "REOPENING",
                "ASSESSMENT",
                "APOLOGY",
                "REMEDY",
                "DELIVERY",
                "CHECK_IN",
                "CLOSURE",
                "REOPENING"))
        .body("steps[0].details.satisfied", equalTo(true))
        .body("steps.round", contains(1, 2, 2, 2, 2, 2, 2, 2, 3));
  }

  private double riskInAugust() {
    return Api.get("/v1/customers/" + grace.id + "/risk?asOf=2026-08-01T00:00:00Z")
        .statusCode(200)
        .extract()
        .jsonPath()
        .getDouble("probability");
  }

  @Test
  void what_was_found_out_here_stands_whatever_is_imported_since() {
    String key = Api.newKey("K");
    String line =
        """
        {"externalId":"%s","customerExternalId":"%s","receivedAt":"%s","severity":"LOW","words":"%s"}\
        """;
    Instant received = Instant.parse("2026-05-01T10:00:00Z");
    String first = line.formatted(key, grace.externalId, received, "It creaks.");
    Api.importing("/v1/complaints/import", first).then().statusCode(200);
    String one = "/v1/complaints/ext:" + key;
    Api.json("csr", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"severity\":\"HIGH\"}")
        .post(one + "/assessment")
        .then()
        .statusCode(201);
    String words = line.formatted(key, grace.externalId, received, "It creaks at night.");
    Api.importing("/v1/complaints/import", words).then().body(containsString("UPDATED"));
    Api.get(one)
        .body("words", equalTo("It creaks at night."))
        .body("severity", equalTo("HIGH"))
        .body("cause", equalTo("DAMAGE"));
    String later = line.formatted(key, grace.externalId, Instant.now(), "It creaks at night.");
    Api.importing("/v1/complaints/import", later)
        .then()
        .body(containsString("REJECTED"))
        .body(containsString("case-in-hand"));
  }

  @Test
  void other_words_in_an_import_leave_the_clock_as_it_was() {
    String line =
        """
        {"externalId":"K6-%1$s","customerExternalId":"%1$s","receivedAt":"2026-02-01T10:00:00Z","severity":"LOW","words":"It creaks."}
        """
            .formatted(grace.externalId);
    assertThat(importing(line)).contains("CREATED");
    String dueAt = dueAt("K6-");
    SettableClock.putForward(Duration.ofDays(1));
    assertThat(importing(line.replace("creaks", "squeaks"))).contains("UPDATED");
    assertThat(dueAt("K6-")).isEqualTo(dueAt);
    assertThat(importing(line.replace("LOW", "HIGH"))).contains("UPDATED");
    assertThat(Instant.parse(dueAt("K6-"))).isBefore(Instant.parse(dueAt));
  }

  private String dueAt(String key) {
    return Api.get("/v1/complaints/ext:" + key + grace.externalId).extract().path("next.dueAt");
  }

  @Test
  void the_same_line_again_takes_nothing_back_that_was_done_since() {
    String line =
        """
        {"externalId":"K7-%1$s","customerExternalId":"%1$s","receivedAt":"2026-02-01T10:00:00Z","severity":"HIGH","cause":"DAMAGE"}
        """
            .formatted(grace.externalId);
    assertThat(importing(line)).contains("CREATED");
    Api.json("admin", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\"}")
        .post("/v1/complaints/ext:K7-" + grace.externalId + "/assessment")
        .then()
        .statusCode(201);
    assertThat(importing(line)).contains("UNCHANGED");
    Api.get("/v1/complaints/ext:K7-" + grace.externalId)
        .header("ETag", startsWith("\"2-"))
        .body("state", equalTo("ASSESSED"));
    String words = line.replace("}", ",\"words\":\"It creaks.\"}");
    assertThat(importing(words)).contains("UPDATED");
    assertThat(importing(words)).contains("UNCHANGED");
    assertThat(importing(words.replace("HIGH", "LOW"))).contains("UNCHANGED");
    Api.get("/v1/complaints/ext:K7-" + grace.externalId)
        .header("ETag", startsWith("\"3-"))
        .body("state", equalTo("ASSESSED"));
    String settled = ",\"resolvedAt\":\"2026-02-03T10:00:00Z\"}";
    assertThat(importing(line.replace("}", settled))).contains("REJECTED").contains("case-in-hand");
  }

  @Test
  void a_file_that_names_a_thing_twice_is_unchanged_throughout_the_second_time() {
    String complaint =
        """
        {"externalId":"K8-%1$s","customerExternalId":"%1$s","receivedAt":"2026-02-01T10:00:00Z","severity":"%2$s","cause":"DAMAGE"}""";
    doubled(
        "complaints",
        "K8-",
        complaint.formatted(grace.externalId, "HIGH"),
        complaint.formatted(grace.externalId, "LOW"));
    String path = "/v1/complaints/ext:K8-" + grace.externalId;
    Api.json("admin", "{\"owner\":\"Pat\"}")
        .header("If-Match", Api.etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    assertThat(changes(PublishedEvents.of("feedback").when(grace.id, told -> changes(told) > 2)))
        .as("told by two lines and the change, and not by the lines that came again")
        .isEqualTo(3);
    String feedback =
        """
        {"externalId":"F8-%1$s","customerExternalId":"%1$s","at":"2026-02-01T10:00:00Z","csat":%2$d}""";
    doubled(
        "feedback",
        "F8-",
        feedback.formatted(grace.externalId, 1),
        feedback.formatted(grace.externalId, 4));
  }

  /** The last line counts, and the other says so; sent again nothing goes to and fro. */
  private void doubled(String what, String key, String first, String last) {
    String path = "/v1/" + what + "/import";
    String thing = "/v1/" + what + "/ext:" + key + grace.externalId;
    assertThat(Api.statuses(Api.importing(path, first, last)))
        .containsExactly("CREATED", "UPDATED");
    String shown = Api.get(thing).statusCode(200).extract().asString();
    String tag = Api.etag(thing);
    List<String> told = audited();

    Response again = Api.importing(path, first, last);

    assertThat(Api.statuses(again)).as(what).containsExactly("UNCHANGED", "UNCHANGED");
    assertThat(again.asString().lines().findFirst().orElseThrow())
        .contains("Line 2 has the same key and says something else");
    assertThat(Api.get(thing).extract().asString()).isEqualTo(shown);
    assertThat(Api.etag(thing)).isEqualTo(tag);
    assertThat(audited()).isEqualTo(told);
  }

  private static long changes(List<Map<String, Object>> events) {
    return events.stream()
        .filter(event -> event.get("type").equals("io.familiarface.complaint.changed"))
        .count();
  }

  private List<String> audited() {
    return Api.as("admin")
        .get("/v1/audit?limit=500&person=" + grace.id)
        .jsonPath()
        .getList("items.findAll { it.action != 'read' }.id");
  }

  @Test
  void whoever_looks_again_at_a_case_sees_by_what_name_the_customer_goes_now() {
    String complaint =
        Api.json(
                "admin",
                "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\"}"
                    .formatted(grace.id))
            .post("/v1/complaints")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String path = "/v1/complaints/" + complaint;
    String tag = Api.etag(path);
    Api.as("csr").header("If-None-Match", tag).get(path).then().statusCode(304);
    String now =
        """
        {"id":"%s","externalId":"%s","kind":"BUSINESS","name":"Renamed","preferredName":"Gracia Now",
         "branch":"north","createdAt":"2025-01-06T09:00:00Z","status":"ACTIVE","revision":1000,
         "burnedBefore":null,"traits":[],"promises":[],"moods":[]}"""
            .formatted(grace.id, grace.externalId);
    FeedDelivery.live(
        List.of(NeighbourEvent.of("customers", "customer", grace.id, Instant.now(), now)));
    Api.as("csr")
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(200)
        .body("customerName", equalTo("Gracia Now"));
    Api.as("csr")
        .contentType("application/merge-patch+json")
        .header("If-Match", tag)
        .body("{\"owner\":\"Pat\"}")
        .patch(path)
        .then()
        .statusCode(200);
  }

  @Test
  void an_imported_complaint_that_flags_somebody_is_told_with_all_that_follows_from_it() {
    CustomerStory ann =
        CustomerStory.signs("Ann", 4, Stories.ALAN)
            .isPromised(Stories.ALAN)
            .isVisited()
            .isVisited()
            .isVisitedInsteadAsAnnounced(Stories.BEN)
            .isVisited();
    FeedDelivery.load(ann.events());
    Api.get("/v1/customers/" + ann.id + "/risk").body("flagged", equalTo(false));
    int before = PublishedEvents.of("feedback").about(ann.id, "risk.assessed").size();

    assertThat(
            importing(
                """
                {"externalId":"K-%1$s","customerExternalId":"%1$s","receivedAt":"%2$s","severity":"HIGH","cause":"DAMAGE"}
                """
                    .formatted(ann.externalId, Instant.now().minusSeconds(60))))
        .contains("CREATED");

    Api.get("/v1/customers/" + ann.id + "/risk").body("flagged", equalTo(true));
    Api.get("/v1/flags?customerId=" + ann.id).body("items.state", contains("RAISED"));
    assertThat(PublishedEvents.of("feedback").about(ann.id, "complaint.changed")).hasSize(1);
    assertThat(PublishedEvents.of("feedback").about(ann.id, "flag.changed"))
        .extracting(event -> PublishedEvents.data(event).get("state"))
        .containsExactly("RAISED");
    assertThat(PublishedEvents.of("feedback").about(ann.id, "risk.assessed"))
        .hasSize(before + 1)
        .last()
        .satisfies(event -> assertThat(PublishedEvents.data(event)).containsEntry("flagged", true));
    LastTold.ofCustomer(ann.id).isWhatIs();
  }

  private static String importing(String lines) {
    return Api.importing("/v1/complaints/import", lines)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private String received() {
    return receivedAs("MEDIUM");
  }

  private String receivedAs(String severity) {
    Response received =
        Api.json(
                "admin",
                "{\"customerId\":\"%s\",\"severity\":\"%s\",\"cause\":\"TECHNICIAN\"}"
                    .formatted(grace.id, severity))
            .post("/v1/complaints");
    received.then().statusCode(201).body("state", equalTo("RECEIVED"));
    return received.path("id");
  }

  private static ValidatableResponse patch(String id, String etag, String body) {
    var request = Api.as("admin").contentType("application/merge-patch+json").body(body);
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return request.patch("/v1/complaints/" + id).then();
  }
}
