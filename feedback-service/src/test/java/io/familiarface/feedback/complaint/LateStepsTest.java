package io.familiarface.feedback.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is due, and what becomes of it when it is late. */
@ServiceTest
class LateStepsTest extends CaseOfGrace {
  @Test
  void what_is_late_goes_to_somebody_else_once() {
    SettableClock.putForward(Duration.ofDays(10));
    escalating.escalate();
    escalating.escalate();
    Api.as("csr")
        .get("/v1/complaints/" + id)
        .then()
        .body("next.owner", equalTo("Nora Lind"))
        .body("next.escalatedAt", notNullValue())
        .body("owner", equalTo("test csr"));
    assertThat(PublishedEvents.of("feedback").about(grace.id, "complaint.escalated")).hasSize(1);
    step("assessment", ASSESSMENT)
        .body("next.owner", equalTo("test csr"))
        .body("next.escalatedAt", nullValue());
  }

  @Test
  void of_several_copies_of_the_service_that_look_at_once_one_gives_it_to_somebody_else()
      throws Exception {
    SettableClock.putForward(Duration.ofDays(10));
    try (var both = new Both()) {
      both.run(
          () -> {
            escalating.escalate();
            return true;
          });
    }
    assertThat(PublishedEvents.of("feedback").about(grace.id, "complaint.escalated")).hasSize(1);
  }

  @Test
  void what_turns_out_to_be_severe_is_due_sooner() {
    Instant before = dueAt();
    patch("{\"severity\":\"HIGH\"}").statusCode(200);
    assertThat(dueAt()).isBefore(before);
    step("assessment", ASSESSMENT);
    patch("{\"cause\":null}").statusCode(400).body("violations[0].pointer", equalTo("/cause"));
    patch("{\"cause\":\"PRICE\"}").statusCode(200).body("cause", equalTo("PRICE"));
  }

  @Test
  void what_went_to_somebody_for_being_late_is_theirs_until_somebody_gives_it_away() {
    SettableClock.putForward(Duration.ofDays(10));
    escalating.escalate();
    listedFor("Nora Lind").body("items", hasSize(1));
    listedFor("test csr").body("items", hasSize(1));
    patch("{\"owner\":\"test csr\"}")
        .statusCode(200)
        .body("next.owner", equalTo("test csr"))
        .body("next.escalatedAt", nullValue());
    patch("{\"owner\":\"Kim\"}").statusCode(200).body("next.owner", equalTo("Kim"));
    escalating.escalate();
    listedFor("Kim").body("items[0].next.owner", equalTo("Kim"));
    listedFor("Nora Lind").body("items", hasSize(0));
    assertThat(PublishedEvents.of("feedback").about(grace.id, "complaint.escalated")).hasSize(1);
  }

  private ValidatableResponse listedFor(String owner) {
    String path = "/v1/complaints?owner=%s&customerId=%s";
    return Api.as("csr")
        .get(path.formatted(owner.replace(" ", "%20"), grace.id))
        .then()
        .statusCode(200);
  }

  private Instant dueAt() {
    return Instant.parse(Api.as("csr").get("/v1/complaints/" + id).path("next.dueAt"));
  }
}
