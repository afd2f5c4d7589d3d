package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two customers are one: what was said, flagged and planned of the one is the other's. */
@ServiceTest
class MergedCustomerTest {
  private static final List<String> TABLES =
      List.of(
          "signal",
          "customer_risk",
          "flag",
          "feedback",
          "complaint",
          "follow_up",
          "visit_copy",
          "agreement_copy");

  @Inject StoredRows database;
  @Inject DataSource source;

  @Test
  void the_survivor_is_assessed_by_the_history_of_both_and_has_all_that_was_said() {
    CustomerStory dorothy = Stories.dorothy();
    CustomerStory twin = CustomerStory.signs("Twin", 10, Stories.ALAN);
    FeedDelivery.live(dorothy.events());
    FeedDelivery.live(twin.events());
    Api.json("admin", "{\"customerId\":\"%s\",\"csat\":1}".formatted(dorothy.id))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
    String complaint =
        Api.json(
                "admin",
                "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\"}"
                    .formatted(dorothy.id))
            .post("/v1/complaints")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String tag = Api.etag("/v1/complaints/" + complaint);
    int visits = Api.get(risk(dorothy)).extract().path("continuity.visits");
    assertThat(visits).isEqualTo(10);

    FeedDelivery.live(List.of(Stories.merged(dorothy, twin)));

    Api.get(risk(twin)).statusCode(200).body("continuity.visits", equalTo(visits));
    Api.get(risk(twin)).body("flagged", equalTo(true));
    Api.get("/v1/complaints?customerId=" + twin.id).body("items.id", hasItem(complaint));
    Api.as("csr")
        .header("If-None-Match", tag)
        .get("/v1/complaints/" + complaint)
        .then()
        .statusCode(200)
        .body("customerId", equalTo(twin.id.toString()));
    Api.get(risk(dorothy)).statusCode(200).body("customerId", equalTo(twin.id.toString()));
    nothingIsLeftOf(dorothy);
    assertThat(database.number(OPEN_FLAGS, twin.id)).isEqualTo(1);
  }

  private static final String OPEN_FLAGS =
      """
      select count(*) from flag
      where customer_id = ? and state in ('RAISED', 'ACKNOWLEDGED', 'ACTED')""";

  @Test
  void of_two_who_are_flagged_one_open_flag_stays() {
    CustomerStory dorothy = Stories.dorothy();
    CustomerStory other = Stories.dorothy();
    FeedDelivery.live(dorothy.events());
    FeedDelivery.live(other.events());
    FeedDelivery.live(List.of(Stories.merged(dorothy, other)));
    assertThat(database.number(OPEN_FLAGS, other.id)).isEqualTo(1);
    Api.get(risk(other)).body("continuity.visits", equalTo(20));
    nothingIsLeftOf(dorothy);
  }

  @Test
  void what_is_told_late_or_again_of_the_one_is_the_survivors() {
    CustomerStory dorothy = Stories.dorothy();
    CustomerStory twin = CustomerStory.signs("Twin", 10, Stories.ALAN);
    FeedDelivery.live(twin.events());
    FeedDelivery.live(List.of(Stories.merged(dorothy, twin)));
    FeedDelivery.live(
        dorothy.events().stream().filter(told -> told.feed().equals("jobs")).toList());
    Api.get(risk(twin)).body("continuity.visits", equalTo(10));
    FeedDelivery.live(List.of(Stories.merged(dorothy, twin)));
    Api.get(risk(twin)).body("continuity.visits", equalTo(10));
    nothingIsLeftOf(dorothy);
  }

  @Test
  void what_is_being_imported_while_they_become_one_is_the_survivors() throws Exception {
    CustomerStory dorothy = Stories.dorothy();
    CustomerStory twin = CustomerStory.signs("Twin", 10, Stories.ALAN);
    FeedDelivery.live(dorothy.events());
    FeedDelivery.live(twin.events());
    String key = "K-" + UUID.randomUUID();
    CompletableFuture<Void> merging;
    CompletableFuture<Response> importing;
    try (Connection holder = source.getConnection()) {
      holder.setAutoCommit(false);
      holder
          .createStatement()
          .execute(
              "select 1 from customer_risk where customer_id = '" + dorothy.id + "' for update");
      merging =
          CompletableFuture.runAsync(
              () -> FeedDelivery.live(List.of(Stories.merged(dorothy, twin))));
      awaitWaiting(1, merging);
      importing =
          CompletableFuture.supplyAsync(
              () ->
                  Api.importing(
                      "/v1/complaints/import",
                      """
                      {"externalId":"%s","customerExternalId":"%s","receivedAt":"2026-02-01T10:00:00Z","severity":"LOW","cause":"PRICE"}"""
                          .formatted(key, dorothy.externalId)));
      awaitWaiting(2, importing);
      holder.rollback();
    }
    merging.get(60, TimeUnit.SECONDS);
    assertThat(importing.get(60, TimeUnit.SECONDS).asString()).contains("CREATED");
    Api.get("/v1/complaints/ext:" + key).body("customerId", equalTo(twin.id.toString()));
    nothingIsLeftOf(dorothy);
  }

  private void awaitWaiting(int many, Future<?> last) {
    while (database.number(
            "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0")
        < many) {
      assertThat(last.isDone()).as("waits for the customer").isFalse();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private void nothingIsLeftOf(CustomerStory person) {
    for (String table : TABLES) {
      assertThat(database.count(table, person.id)).as(table).isZero();
    }
  }

  private static String risk(CustomerStory person) {
    return "/v1/customers/" + person.id + "/risk";
  }
}
