package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.Call;
import io.familiarface.feedback.testing.Events;
import io.familiarface.feedback.testing.Feeds;
import io.familiarface.feedback.testing.Neighbours;
import io.familiarface.feedback.testing.Person;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class RiskTest {
  @Inject Feeds feeds;

  @ConfigProperty(name = "familiar.url.customers")
  String neighbour;

  @Test
  void it_is_answered_as_the_design_says() {
    Person dorothy = Stories.dorothy();
    feeds.load(Stories.technicians());
    feeds.load(dorothy.told());
    Call.get("/v1/customers/ext:" + dorothy.externalId + "/risk")
        .statusCode(200)
        .body("customerId", equalTo(dorothy.id.toString()))
        .body("horizonDays", equalTo(90))
        .body("band", equalTo("HIGH"))
        .body("continuity.visits", equalTo(10))
        .body("continuity.usualProvider", equalTo(0.6f))
        .body("continuity.bb", equalTo(0.3556f))
        .body("continuity.sequential", equalTo(0.5556f))
        .body("continuity.mmci", equalTo(0.6703f))
        .body("continuity.entropy", equalTo(1.571f))
        .body("continuityWindow", hasKey("visits"))
        .body("reasons[0]", hasKey("weight"))
        .body("reasons[0].evidence[0]", hasKey("type"))
        .body("advice.action", hasItem("CALL_NOW"))
        .body("service.missed", equalTo(0))
        .body("model.version", equalTo("prior-1"))
        .body("model.trainedOn", nullValue());
  }

  @Test
  void of_a_customer_to_whom_nothing_has_happened_it_is_what_is_generally_to_be_expected() {
    Person early = Person.signs("Early", 3, Stories.ALAN);
    feeds.load(early.told().subList(0, 1));
    Call.get("/v1/customers/" + early.id + "/risk")
        .statusCode(200)
        .body("standing", equalTo("PROSPECT"))
        .body("flagged", equalTo(false))
        .body("continuity.usualProvider", nullValue());
    Person dorothy = Stories.dorothy();
    feeds.load(dorothy.told());
    Call.get("/v1/customers/" + dorothy.id + "/risk?asOf=2001-01-01T00:00:00Z")
        .statusCode(200)
        .body("standing", equalTo("PROSPECT"))
        .body("continuity.visits", equalTo(0));
  }

  @Test
  void a_customer_who_was_just_created_is_asked_for() {
    UUID id = UUID.randomUUID();
    String key = "NEW-" + id;
    String body =
        "{\"id\":\"%s\",\"externalId\":\"%s\",\"name\":\"N\",\"createdAt\":\"2026-01-01T00:00:00Z\"}"
            .formatted(id, key);
    Call.as("admin")
        .body("{\"items\":[" + body + "],\"nextCursor\":null}")
        .put(neighbour + "/v1/customers?externalId=" + key);
    Call.get("/v1/customers/ext:" + key + "/risk")
        .statusCode(200)
        .body("customerId", equalTo(id.toString()));
  }

  @Test
  void of_a_customer_whom_nobody_knows_it_is_not_found() {
    for (String name : List.of(UUID.randomUUID().toString(), "ext:NOBODY", "nonsense")) {
      Call.get("/v1/customers/" + name + "/risk")
          .statusCode(404)
          .contentType("application/problem+json");
      Call.get("/v1/customers/" + name + "/risk/history").statusCode(404);
    }
  }

  @Test
  void when_who_must_be_asked_is_away_it_says_so() {
    Call.get("/v1/customers/ext:" + Neighbours.AWAY + "/risk")
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("type", endsWith("neighbour-away"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "horizonDays=0", "horizonDays=731", "horizonDays=5000", "horizonDays=-1",
        "horizonDays=soon", "asOf=yesterday", "asOf=2999-01-01T00:00:00Z", "horizon=90"
      })
  void a_question_that_makes_no_sense_is_refused(String question) {
    Person grace = Stories.grace();
    feeds.load(grace.told());
    Call.get("/v1/customers/" + grace.id + "/risk?" + question)
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void the_further_one_looks_ahead_the_likelier_she_leaves() {
    Person dorothy = Stories.dorothy();
    feeds.load(dorothy.told());
    double before = 0;
    for (int days : new int[] {1, 30, 90, 365, 730}) {
      JsonPath risk =
          Call.get("/v1/customers/" + dorothy.id + "/risk?horizonDays=" + days)
              .statusCode(200)
              .extract()
              .jsonPath();
      assertThat(risk.getInt("horizonDays")).isEqualTo(days);
      assertThat(risk.getDouble("probability")).isGreaterThan(before);
      assertThat(risk.getBoolean("flagged")).isTrue();
      before = risk.getDouble("probability");
    }
  }

  @Test
  void her_history_is_a_point_for_each_thing_that_happened_page_by_page() {
    Person dorothy = Stories.dorothy();
    feeds.load(Stories.technicians());
    feeds.load(dorothy.told());
    String path = "/v1/customers/" + dorothy.id + "/risk/history";
    List<Object> whole = Call.get(path + "?limit=500").extract().jsonPath().getList("items");
    List<Object> pages = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page = Call.get(path + "?limit=3" + cursor).statusCode(200).extract().jsonPath();
      pages.addAll(page.getList("items"));
      cursor =
          page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(pages).isEqualTo(whole).hasSizeGreaterThan(12);
    Call.get(path + "?limit=500")
        .body("items.cause.text", hasItem("Carlos came on " + day(dorothy.at(6)) + "."))
        .body("items[0].cause.kind", equalTo("AGREEMENT_STARTED"));
  }

  @Test
  void what_if_refuses_what_cannot_be() {
    Person grace = Stories.grace();
    feeds.load(Stories.technicians());
    feeds.load(grace.told());
    Instant soon = Instant.now().plus(Duration.ofDays(5));
    String path = "/v1/customers/" + grace.id + "/risk/what-if";
    Call.json("{\"visits\":[]}").post(path).then().statusCode(400);
    Call.json("{}").post(path).then().statusCode(400);
    Call.json("{\"visits\":[null]}").post(path).then().statusCode(400);
    Call.json("{\"visits\":[{\"scheduledAt\":\"" + soon + "\"}]}")
        .post(path)
        .then()
        .statusCode(400);
    Call.json(visit(UUID.randomUUID(), soon))
        .post(path)
        .then()
        .statusCode(422)
        .body("type", endsWith("unknown-technician"))
        .body("violations[0].pointer", equalTo("/visits/0/technicianId"));
    UUID gone = leftTechnician();
    Call.json(visit(gone, soon))
        .post(path)
        .then()
        .statusCode(422)
        .body("type", endsWith("technician-has-left"));
    Call.json(visit(Stories.DAVE.id(), soon))
        .post("/v1/customers/" + UUID.randomUUID() + "/risk/what-if")
        .then()
        .statusCode(404);
  }

  @Test
  void the_model_in_use_is_the_documented_prior() {
    Call.as("manager")
        .get("/v1/risk/model")
        .then()
        .statusCode(200)
        .body("version", equalTo("prior-1"))
        .body("kind", equalTo("PRIOR"))
        .body("trainedAt", nullValue());
  }

  @Test
  void a_planned_change_is_answered_with_what_would_keep_her() {
    Person dorothy = Stories.dorothyAfter(9);
    feeds.load(Stories.technicians());
    feeds.live(dorothy.told());
    UUID visit = UUID.randomUUID();
    Instant at = Instant.now().plus(Duration.ofDays(4));
    feeds.live(
        List.of(
            Events.told(
                "jobs",
                "visit.planned",
                dorothy.id,
                at,
                Events.object(
                    "visitId",
                    visit,
                    "agreementId",
                    dorothy.agreement,
                    "customerId",
                    dorothy.id,
                    "scheduledAt",
                    at,
                    "technicianId",
                    Stories.DAVE.id(),
                    "plannedTechnicianId",
                    Stories.BEN.id(),
                    "changeReason",
                    "ABSENT",
                    "permanence",
                    "THIS_VISIT",
                    "revision",
                    1))));
    Call.get("/v1/customers/" + dorothy.id + "/risk")
        .statusCode(200)
        .body("advice.action", hasItem("MOVE_VISIT_TO_USUAL_TECHNICIAN"))
        .body("advice.action", hasItem("TELL_AND_INTRODUCE_BEFOREHAND"));
  }

  private UUID leftTechnician() {
    UUID id = UUID.randomUUID();
    feeds.load(
        List.of(
            Events.told(
                "technicians",
                "technician",
                id,
                Instant.now(),
                Events.object("id", id, "name", "Gone", "leftOn", "2025-01-31", "revision", 1))));
    return id;
  }

  private static String visit(UUID technician, Instant at) {
    return "{\"visits\":[{\"technicianId\":\"%s\",\"scheduledAt\":\"%s\"}]}"
        .formatted(technician, at);
  }

  private static String day(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
        .format(at.atZone(ZoneId.of("America/New_York")));
  }
}
