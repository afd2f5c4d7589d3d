package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A complaint is changed, or cannot be. */
@ServiceTest
class ComplaintChangesTest extends ComplaintsOfGrace {
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
}
