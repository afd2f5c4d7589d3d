package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody of the office writes down of what a customer said, opens what it calls for. */
@ServiceTest
class HotlineTest extends OneCompany {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneId.of("America/New_York"));

  private CustomerStory grace;

  @BeforeEach
  void grace_is_content() {
    grace = Stories.grace();
    FeedDelivery.load(grace.newEvents());
  }

  @Test
  void a_complaint_is_received_as_a_case_whose_clock_runs() {
    says("\"kind\":\"COMPLAINT\",\"csat\":1,\"text\":\"The floor is broken.\"");
    cases()
        .body("items.size()", equalTo(1))
        .body("items[0].words", equalTo("The floor is broken."))
        .body("items[0].state", equalTo("RECEIVED"))
        .body("items[0].severity", equalTo("MEDIUM"))
        .body("items[0].next.step", equalTo("ASSESSMENT"));
    Api.get("/v1/customers/" + grace.id + "/risk")
        .statusCode(200)
        .body("reasons.code", hasItem("OPEN_COMPLAINT"));
  }

  @Test
  void a_concern_is_no_case() {
    says("\"kind\":\"CONCERN\",\"text\":\"Nobody called.\"");
    cases().body("items.size()", equalTo(0));
  }

  @Test
  void a_low_mark_that_is_written_down_days_later_asks_for_a_call() {
    Instant then = SettableClock.present().minus(Duration.ofDays(5));
    says("\"csat\":1,\"at\":\"%s\"".formatted(then));
    JsonPath call = calls();
    assertThat(call.getList("items.kind", String.class)).containsExactly("UNHAPPY");
    assertThat(call.getString("items[0].reasons[0].text"))
        .contains("gave us 1 of 5 on " + DAY.format(then));
  }

  @Test
  void whoever_asked_days_ago_to_be_called_has_waited_since() {
    Instant then = SettableClock.present().minus(Duration.ofDays(5));
    says("\"callMe\":true,\"at\":\"%s\"".formatted(then));
    JsonPath call = calls();
    assertThat(call.getList("items.kind", String.class)).containsExactly("CALL_ME");
    assertThat(call.getString("items[0].reasons[0].text"))
        .contains("asked to be called on " + DAY.format(then));
  }

  private JsonPath calls() {
    company.plansItsCalls();
    return Company.calls("state=OPEN&customerId=" + grace.id);
  }

  private ValidatableResponse cases() {
    return Api.get("/v1/complaints?customerId=" + grace.id).statusCode(200);
  }

  private void says(String what) {
    Api.json("manager", "{\"customerId\":\"%s\",%s}".formatted(grace.id, what))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
  }
}
