package io.familiarface.feedback;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;

import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.wire.RoundTripTable;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often this service and its database take turns over a request. */
@ServiceTest
class RoundTripsTest {
  private static final String SAID =
      "{\"customerId\":\"%s\",\"kind\":\"PRAISE\",\"csat\":5,\"text\":\"Ben is kind.\"}";

  @Inject Company company;

  private final List<Step> taken = new ArrayList<>();
  private CustomerStory grace;
  private CustomerStory dorothy;

  @BeforeEach
  void somebody_is_content_and_somebody_to_be_called() {
    company.startsAnew();
    grace = known();
    dorothy = company.flagged("Dorothy");
    company.plansItsCalls();
  }

  @Test
  void no_operation_takes_more_than_the_table_says() {
    RoundTripTable table =
        new RoundTripTable(Path.of("../bench/results/round-trips.md"), "feedback-service");
    table.count(
        "POST /v1/feedback",
        () -> {
          CustomerStory other = known();
          return () -> written("/v1/feedback", SAID.formatted(other.id));
        });
    complaints(table);
    calls(table);
    reads(table);
    table.assertCommitted();
  }

  private void complaints(RoundTripTable table) {
    table.count("POST /v1/complaints", () -> () -> complains());
    step(table, "assessment", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"severity\":\"LOW\"}");
    step(table, "apology", "{\"words\":\"I am sorry.\",\"promisedChange\":\"Mats.\"}");
    step(table, "remedy", "{\"askedFor\":\"Again.\",\"kind\":\"REDO\"}");
    step(table, "delivery", "{}");
    step(table, "check-ins", "{\"mood\":\"CALM\",\"trust\":4}");
    step(table, "closure", "{\"by\":\"CUSTOMER\",\"satisfied\":true,\"words\":\"Good.\"}");
    step(table, "reopening", "{\"words\":\"It creaks.\"}");
  }

  /** Each step after all that come before it. */
  private void step(RoundTripTable table, String step, String body) {
    List<Step> before = List.copyOf(taken);
    table.count(
        "POST /v1/complaints/{id}/" + step,
        "the case moves and the customer is judged anew in the same transaction",
        () -> {
          String complaint = "/v1/complaints/" + complains().path("id") + "/";
          before.forEach(one -> written(complaint + one.name, one.body));
          return () -> written(complaint + step, body);
        });
    taken.add(new Step(step, body));
  }

  private record Step(String name, String body) {}

  private void calls(RoundTripTable table) {
    String about = "{\"customerId\":\"%s\"%s}";
    table.count(
        "POST /v1/links",
        () -> () -> written("/v1/links", about.formatted(grace.id, ",\"purpose\":\"FEEDBACK\"")));
    table.count(
        "POST /v1/feedback/requests",
        () -> {
          CustomerStory other = known();
          return () -> written("/v1/feedback/requests", about.formatted(other.id, ""));
        });
    table.count(
        "POST /v1/follow-ups/{id}/claim",
        "whose it is and what it is about are asked one after the other",
        () -> () -> written(call() + "/claim", "{}"));
    table.count(
        "POST /v1/follow-ups/{id}/outcome",
        "the call, its flag and the visit that it is about are asked one after the other",
        () -> () -> written(call() + "/outcome", "{\"outcome\":\"NO_ANSWER\"}"));
  }

  private void reads(RoundTripTable table) {
    String one = "/v1/customers/" + grace.id;
    for (String path :
        List.of(
            "/v1/feedback",
            "/v1/complaints",
            "/v1/follow-ups",
            "/v1/flags",
            "/v1/risks",
            one + "/risk",
            one + "/risk/history",
            one + "/timeline",
            one + "/continuity")) {
      table.count(
          "GET " + path.replace(grace.id.toString(), "{id}"), () -> () -> as("manager").get(path));
    }
    table.count(
        "GET /v1/customers/{id}/post-mortem",
        "each package tells its part of the story",
        () -> () -> as("manager").get(one + "/post-mortem"));
    for (String insight : List.of("causes", "recovery", "leaving", "training", "perception")) {
      table.count(
          "GET /v1/insights/" + insight, () -> () -> as("manager").get("/v1/insights/" + insight));
    }
  }

  private Response complains() {
    return written(
        "/v1/complaints", "{\"customerId\":\"%s\",\"severity\":\"LOW\"}".formatted(grace.id));
  }

  private String call() {
    return "/v1/follow-ups/" + Company.callsOf(dorothy).getString("items[0].id");
  }

  private static CustomerStory known() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(grace.events());
    return grace;
  }

  private static Response written(String path, String body) {
    return json("manager", body).header("Idempotency-Key", UUID.randomUUID().toString()).post(path);
  }
}
