package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class ClaimingFollowUpTest {
  @Inject Company company;
  private CustomerStory dorothy;
  private String call;

  @BeforeEach
  void somebody_is_to_be_called() {
    company.startsAnew();
    dorothy = company.flagged("Dorothy");
    company.plansItsCalls();
    call = Company.callsOf(dorothy).getString("items[0].id");
  }

  @Test
  void whoever_takes_a_call_has_it_and_nobody_else() {
    claim("csr")
        .statusCode(201)
        .body("owner", equalTo("test csr"))
        .body("claimedAt", notNullValue());
    claim("csr").statusCode(201);
    claim("manager")
        .statusCode(409)
        .body("type", equalTo("urn:familiar-face:problem:follow-up-taken"))
        .body("owner", equalTo("test csr"));
    outcome("manager", "REACHED").statusCode(409);
    mine("csr").body("items.id", contains(call));
    mine("manager").body("items", hasSize(0));
    outcome("csr", "REACHED").statusCode(201).body("state", equalTo("DONE"));
    claim("csr")
        .statusCode(409)
        .body("type", equalTo("urn:familiar-face:problem:follow-up-closed"));
  }

  @Test
  void of_two_who_take_it_at_once_one_has_it() throws Exception {
    List<Callable<Integer>> takers = new ArrayList<>();
    for (String role : List.of("csr", "manager", "admin", "csr", "manager", "admin")) {
      takers.add(() -> claim(role).extract().statusCode());
    }
    ExecutorService threads = Executors.newFixedThreadPool(takers.size());
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(takers)) {
        statuses.add(answer.get());
      }
      assertThat(statuses).filteredOn(status -> status == 201).hasSize(2);
      assertThat(statuses).filteredOn(status -> status == 409).hasSize(4);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void a_call_is_free_again_when_nobody_was_reached_or_it_is_given_to_another() {
    claim("csr").statusCode(201);
    outcome("csr", "NO_ANSWER")
        .statusCode(201)
        .body("claimedAt", nullValue())
        .body("owner", equalTo("test csr"));
    claim("manager").statusCode(201).body("owner", equalTo("test manager"));
    Api.json("admin", "{\"owner\":\"Maria\"}")
        .header("If-Match", Api.etag("/v1/follow-ups/" + call))
        .patch("/v1/follow-ups/" + call)
        .then()
        .statusCode(200)
        .body("claimedAt", nullValue());
    claim("csr").statusCode(201);
  }

  @Test
  void a_call_in_hand_is_not_dropped_under_whoever_has_it() {
    claim("csr").statusCode(201);
    company.cancels(dorothy);
    company.plansItsCalls();
    outcome("csr", "NO_ANSWER").statusCode(201).body("state", equalTo("OPEN"));
    company.plansItsCalls();
    Api.get("/v1/follow-ups/" + call).body("state", equalTo("DROPPED"));
  }

  @Test
  void a_call_that_was_taken_and_forgotten_is_dropped_like_any_other() {
    claim("csr").statusCode(201);
    company.cancels(dorothy);
    SettableClock.putForward(Duration.ofDays(4));
    company.plansItsCalls();
    Api.get("/v1/follow-ups/" + call).body("state", equalTo("DROPPED"));
  }

  @Test
  void a_call_in_hand_is_moved_and_given_away_by_whoever_has_it_or_a_manager() {
    claim("admin").statusCode(201);
    String later = "{\"dueOn\":\"%s\"}".formatted(LocalDate.now().plusDays(9));
    String toAnother = "{\"owner\":\"Maria\"}";
    String toNobody = "{\"owner\":null}";
    for (String patch : List.of(later, toAnother, toNobody)) {
      plan("csr", patch)
          .statusCode(409)
          .body("type", equalTo("urn:familiar-face:problem:follow-up-taken"))
          .body("owner", equalTo("test admin"));
    }
    plan("manager", later).statusCode(200).body("owner", equalTo("test admin"));
    plan("manager", toAnother).statusCode(200).body("owner", equalTo("Maria"));
    claim("csr").statusCode(201);
    plan("csr", toAnother).statusCode(200).body("claimedAt", nullValue());
  }

  private ValidatableResponse plan(String role, String patch) {
    return Api.json(role, patch)
        .header("If-Match", Api.etag("/v1/follow-ups/" + call))
        .patch("/v1/follow-ups/" + call)
        .then();
  }

  private ValidatableResponse claim(String role) {
    return Api.as(role).post("/v1/follow-ups/" + call + "/claim").then();
  }

  private ValidatableResponse outcome(String role, String outcome) {
    return Api.json(role, "{\"outcome\":\"%s\"}".formatted(outcome))
        .post("/v1/follow-ups/" + call + "/outcome")
        .then();
  }

  private static ValidatableResponse mine(String role) {
    return Api.as(role).get("/v1/follow-ups?state=OPEN&mine=true").then().statusCode(200);
  }
}
