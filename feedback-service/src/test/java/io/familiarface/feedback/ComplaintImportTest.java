package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Complaints that another system has heard. */
@ServiceTest
class ComplaintImportTest extends ComplaintsOfGrace {
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
  void one_that_came_back_and_was_settled_elsewhere_keeps_its_rounds_when_it_comes_back_here() {
    String key = Api.newKey("K");
    Api.importing(
            "/v1/complaints/import",
            """
            {"externalId":"%s","customerExternalId":"%s","receivedAt":"2026-05-01T10:00:00Z",\
            "severity":"LOW","resolvedAt":"2026-07-08T10:00:00Z",\
            "reopenedAt":"2026-07-01T10:00:00Z","customerSatisfied":true}\
            """
                .formatted(key, grace.externalId))
        .then()
        .statusCode(200);
    String one = "/v1/complaints/ext:" + key;
    Api.json("csr", "{\"words\":\"Again.\"}").post(one + "/reopening").then().statusCode(201);
    Api.get(one)
        .body("round", equalTo(3))
        .body("steps.step", contains("REOPENING", "CLOSURE", "REOPENING"))
        .body("steps.round", contains(2, 2, 3))
        .body("steps[0].at", equalTo("2026-07-01T10:00:00Z"));
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
}
