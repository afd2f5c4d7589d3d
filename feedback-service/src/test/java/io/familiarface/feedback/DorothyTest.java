package io.familiarface.feedback;

import static io.familiarface.feedback.testing.Stories.BEN;
import static io.familiarface.feedback.testing.Stories.DAVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class DorothyTest {

  @BeforeEach
  void the_technicians_are_known() {
    FeedDelivery.load(Stories.technicians());
  }

  @Test
  void she_is_flagged_at_the_latest_when_the_third_technician_has_been_and_says_why() {
    CustomerStory dorothy = Stories.dorothyAfter(2);
    FeedDelivery.live(dorothy.newEvents());
    assertThat(risk(dorothy).getBoolean("flagged")).isFalse();

    FeedDelivery.live(dorothy.isTakenOver(BEN).isPromised(BEN).isVisited().isVisited().newEvents());
    FeedDelivery.live(dorothy.isVisitedInstead(Stories.CARLOS).newEvents());
    JsonPath risk = risk(dorothy);
    assertThat(risk.getBoolean("flagged")).isTrue();
    assertThat(risk.getList("reasons.code")).contains("PROMISE_BROKEN");
    assertThat(
            risk.getList("reasons.findAll { it.code == 'PROMISE_BROKEN' }.evidence.flatten().id"))
        .contains(dorothy.visit(6).toString());
    assertThat(risk.getList("reasons.text", String.class))
        .anyMatch(text -> text.contains("Carlos"));
    assertThat(risk.getInt("continuity.technicians")).isEqualTo(3);

    FeedDelivery.live(
        dorothy.isVisited().isVisited().isVisited().isVisitedInstead(DAVE).newEvents());
    assertThat(risk(dorothy).getBoolean("flagged")).isTrue();
    assertThat(risk(dorothy).getDouble("service.onTimeShare")).isEqualTo(1.0);
  }

  @Test
  void before_the_fourth_is_sent_what_if_shows_the_cost_and_what_would_keep_her() {
    CustomerStory dorothy = Stories.dorothyAfter(9);
    FeedDelivery.live(dorothy.events());
    Instant planned = Instant.now().plus(Duration.ofDays(3));
    JsonPath sent =
        whatIf(dorothy, DAVE, planned, "\"changeReason\":\"ABSENT\",\"customerTold\":false,");
    JsonPath moved = whatIf(dorothy, BEN, planned.plus(Duration.ofDays(7)), "");

    assertThat(sent.getDouble("after.probability"))
        .isGreaterThan(sent.getDouble("before.probability"));
    assertThat(moved.getDouble("after.probability"))
        .isLessThan(sent.getDouble("after.probability"));
    assertThat(sent.getBoolean("technicianChange")).isTrue();
    assertThat(sent.getList("promisesBroken")).isNotEmpty();
  }

  @Test
  void after_the_cancellation_the_flag_reads_lost_with_its_lead_in_days_and_visits() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.live(dorothy.newEvents());
    FeedDelivery.live(dorothy.cancels().newEvents());

    JsonPath flags =
        Api.get("/v1/flags?customerId=" + dorothy.id).statusCode(200).extract().jsonPath();
    assertThat(flags.getList("items")).hasSize(1);
    assertThat(flags.getString("items[0].state")).isEqualTo("LOST");
    assertThat(flags.getInt("items[0].leadVisits")).isGreaterThanOrEqualTo(4);
    assertThat(flags.getInt("items[0].leadDays")).isGreaterThanOrEqualTo(120);
    assertThat(risk(dorothy).getString("standing")).isEqualTo("CANCELLED");
  }

  @Test
  void grace_to_whom_the_hand_over_was_announced_is_never_flagged() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.live(grace.events());
    JsonPath history =
        Api.get("/v1/customers/" + grace.id + "/risk/history?limit=500").extract().jsonPath();
    assertThat(history.getList("items.flagged")).doesNotContain(true);
    assertThat(history.getList("items.cause.kind")).contains("PROMISE_RELEASED");
    assertThat(Api.get("/v1/flags?customerId=" + grace.id).extract().jsonPath().getList("items"))
        .isEmpty();
  }

  @Test
  void the_same_history_lived_or_imported_gives_the_same_probabilities() {
    CustomerStory lived = Stories.dorothy();
    CustomerStory imported = Stories.dorothy();
    FeedDelivery.live(lived.events());
    FeedDelivery.load(imported.events());
    for (int month = 0; month <= 10; month++) {
      String asOf = "?asOf=" + lived.at(month).plusSeconds(3600);
      assertThat(essence(imported, asOf)).as("month " + month).isEqualTo(essence(lived, asOf));
    }
  }

  @Test
  void history_raises_only_a_flag_that_would_stand_today() {
    CustomerStory gone = Stories.dorothy().cancels();
    FeedDelivery.load(gone.events());
    assertThat(Api.get("/v1/flags?customerId=" + gone.id).extract().jsonPath().getList("items"))
        .isEmpty();

    CustomerStory stays = Stories.dorothy();
    FeedDelivery.load(stays.events());
    JsonPath flags = Api.get("/v1/flags?customerId=" + stays.id).extract().jsonPath();
    assertThat(flags.getList("items.state")).isEqualTo(List.of("RAISED"));
    assertThat(Instant.parse(flags.getString("items[0].raisedAt")))
        .isBeforeOrEqualTo(stays.at(6))
        .isBefore(Instant.parse(flags.getString("items[0].recordedAt")));
  }

  private static List<Object> essence(CustomerStory person, String asOf) {
    JsonPath risk = Api.get("/v1/customers/" + person.id + "/risk" + asOf).extract().jsonPath();
    return List.of(
        risk.getDouble("probability"),
        risk.getString("band"),
        risk.getBoolean("flagged"),
        risk.getMap("continuity"),
        risk.getList("reasons.code"),
        risk.getList("reasons.weight"));
  }

  private static JsonPath risk(CustomerStory person) {
    return Api.get("/v1/customers/" + person.id + "/risk").statusCode(200).extract().jsonPath();
  }

  private static JsonPath whatIf(
      CustomerStory person, CustomerStory.Technician technician, Instant at, String more) {
    return Api.json(
            "admin",
            """
            {"visits":[{%s"permanence":"THIS_VISIT","technicianId":"%s","scheduledAt":"%s"}]}\
            """
                .formatted(more, technician.id(), at))
        .post("/v1/customers/" + person.id + "/risk/what-if")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
