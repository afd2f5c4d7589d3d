package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class WhatIfTest {

  @Test
  void many_are_asked_at_once_and_one_without_an_answer_leaves_the_others_theirs() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(grace.events());
    Instant soon = Instant.now().plus(Duration.ofDays(5));
    String one = "{\"customerId\":\"%s\"," + visit(Stories.DAVE.id(), soon).substring(1);
    String alone =
        Api.json("service", visit(Stories.DAVE.id(), soon))
            .post("/v1/customers/" + grace.id + "/risk/what-if")
            .then()
            .statusCode(200)
            .extract()
            .path("technicianChange")
            .toString();
    Api.json(
            "service",
            "{\"questions\":[%s,%s]}"
                .formatted(one.formatted(grace.id), one.formatted(UUID.randomUUID())))
        .post("/v1/risks/what-if")
        .then()
        .statusCode(200)
        .body("answers[0].technicianChange.toString()", equalTo(alone))
        .body("answers[0].why", org.hamcrest.Matchers.nullValue())
        .body("answers[0].after", org.hamcrest.Matchers.notNullValue())
        .body("answers[1].after", org.hamcrest.Matchers.nullValue())
        .body("answers[1].why", org.hamcrest.Matchers.notNullValue());
    Api.json("service", "{\"questions\":[]}").post("/v1/risks/what-if").then().statusCode(400);
    Api.json("technician", "{\"questions\":[]}").post("/v1/risks/what-if").then().statusCode(403);
  }

  @Test
  void what_if_refuses_what_cannot_be() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(grace.events());
    Instant soon = Instant.now().plus(Duration.ofDays(5));
    String path = "/v1/customers/" + grace.id + "/risk/what-if";
    Api.json("admin", "{\"visits\":[]}").post(path).then().statusCode(400);
    Api.json("admin", "{}").post(path).then().statusCode(400);
    Api.json("admin", "{\"visits\":[null]}").post(path).then().statusCode(400);
    Api.json("admin", "{\"visits\":[{\"scheduledAt\":\"" + soon + "\"}]}")
        .post(path)
        .then()
        .statusCode(400);
    Api.json("admin", visit(UUID.randomUUID(), soon))
        .post(path)
        .then()
        .statusCode(422)
        .body("type", endsWith("unknown-technician"))
        .body("violations[0].pointer", equalTo("/visits/0/technicianId"));
    UUID gone = leftTechnician();
    Api.json("admin", visit(gone, soon))
        .post(path)
        .then()
        .statusCode(422)
        .body("type", endsWith("technician-has-left"));
    Api.json("admin", visit(Stories.DAVE.id(), soon))
        .post("/v1/customers/" + UUID.randomUUID() + "/risk/what-if")
        .then()
        .statusCode(404);
  }

  @Test
  void an_agreement_that_is_not_hers_is_refused_and_one_that_has_yet_to_begin_is_not() {
    CustomerStory grace = Stories.grace();
    CustomerStory other = Stories.grace();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(grace.events());
    FeedDelivery.load(other.events());
    for (UUID unknown : List.of(UUID.randomUUID(), other.agreement)) {
      ask(grace, "\"agreementId\":\"" + unknown + "\"", soon())
          .statusCode(422)
          .body("type", endsWith("unknown-agreement"))
          .body("violations[0].pointer", equalTo("/visits/0/agreementId"));
    }
    ask(grace, "\"agreementId\":\"" + grace.agreement + "\"", soon())
        .statusCode(200)
        .body("technicianChange", equalTo(true));
    UUID second = UUID.randomUUID();
    FeedDelivery.live(List.of(begins(grace, second, Instant.now().plus(Duration.ofDays(20)))));
    ask(grace, "\"agreementId\":\"" + second + "\"", soon()).statusCode(200);
  }

  @Test
  void somebody_else_at_the_first_visit_of_an_agreement_that_begins_tomorrow_is_a_change() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(grace.events());
    UUID second = UUID.randomUUID();
    FeedDelivery.live(List.of(begins(grace, second, Instant.now().plus(Duration.ofDays(1)))));
    String other =
        "\"agreementId\":\"%s\",\"changeReason\":\"SICK\",\"permanence\":\"THIS_VISIT\""
            .formatted(second);
    ask(grace, other, soon()).statusCode(200).body("technicianChange", equalTo(true));
    Api.json(
            "service",
            "{\"questions\":[{\"customerId\":\"%s\",\"visits\":[{\"technicianId\":\"%s\",\"scheduledAt\":\"%s\",%s}]}]}"
                .formatted(grace.id, Stories.DAVE.id(), soon(), other))
        .post("/v1/risks/what-if")
        .then()
        .statusCode(200)
        .body("answers[0].technicianChange", equalTo(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999-12-31T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z"
      })
  void a_visit_that_is_out_of_sight_is_refused_at_once(String scheduledAt) {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(grace.events());
    long began = System.nanoTime();
    ask(grace, "\"changeReason\":null", scheduledAt)
        .statusCode(400)
        .body("violations[0].pointer", endsWith("scheduledAt"));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void how_far_it_looks_is_counted_from_the_instant_asked_about() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(grace.events());
    Instant now = Instant.now();
    ask(grace, "\"changeReason\":null", now.plus(Duration.ofDays(729)).toString()).statusCode(200);
    ask(grace, "\"changeReason\":null", now.plus(Duration.ofDays(732)).toString()).statusCode(400);
    String past =
        """
        {"asOf":"%s","visits":[{"technicianId":"%s","scheduledAt":"%s"}]}
        """;
    Api.json("admin", past.formatted(grace.at(3), Stories.DAVE.id(), grace.at(4)))
        .post("/v1/customers/" + grace.id + "/risk/what-if")
        .then()
        .statusCode(200);
    for (String never : List.of("2999-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z")) {
      Api.json("admin", past.formatted(never, Stories.DAVE.id(), soon()))
          .post("/v1/customers/" + grace.id + "/risk/what-if")
          .then()
          .statusCode(400)
          .body("violations[0].pointer", equalTo("/asOf"));
    }
  }

  @Test
  void sick_and_on_vacation_are_absent() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(Stories.technicians());
    FeedDelivery.load(grace.events());
    String at = soon();
    Set<Object> answers = new HashSet<>();
    for (String reason : List.of("ABSENT", "SICK", "VACATION")) {
      answers.add(
          ask(grace, "\"changeReason\":\"" + reason + "\",\"permanence\":\"THIS_VISIT\"", at)
              .statusCode(200)
              .extract()
              .path("after.probability"));
    }
    assertThat(answers).hasSize(1);
  }

  private static ValidatableResponse ask(CustomerStory customer, String field, String scheduledAt) {
    return Api.json(
            "admin",
            "{\"visits\":[{\"technicianId\":\"%s\",\"scheduledAt\":\"%s\",%s}]}"
                .formatted(Stories.DAVE.id(), scheduledAt, field))
        .post("/v1/customers/" + customer.id + "/risk/what-if")
        .then();
  }

  private static String soon() {
    return Instant.now().plus(Duration.ofDays(5)).toString();
  }

  private static NeighbourEvent begins(CustomerStory customer, UUID agreement, Instant at) {
    return NeighbourEvent.of(
        "jobs",
        "agreement.started",
        customer.id,
        at,
        NeighbourEvent.object(
            "agreementId",
            agreement,
            "customerId",
            customer.id,
            "visitIntervalDays",
            30.44,
            "startsAt",
            at,
            "technicianId",
            Stories.BEN.id(),
            "revision",
            1));
  }

  private UUID leftTechnician() {
    UUID id = UUID.randomUUID();
    FeedDelivery.load(
        List.of(
            NeighbourEvent.of(
                "technicians",
                "technician",
                id,
                Instant.now(),
                NeighbourEvent.object(
                    "id", id, "name", "Gone", "leftOn", "2025-01-31", "revision", 1))));
    return id;
  }

  private static String visit(UUID technician, Instant at) {
    return "{\"visits\":[{\"technicianId\":\"%s\",\"scheduledAt\":\"%s\"}]}"
        .formatted(technician, at);
  }
}
