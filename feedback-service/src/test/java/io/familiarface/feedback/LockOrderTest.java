package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Whoever changes anything of a customer waits for the customer first, and meanwhile holds nothing
 * that whoever has the customer may need: so two of them never wait for each other.
 */
@ServiceTest
class LockOrderTest {
  @Inject Company company;
  @Inject DataSource source;

  private CustomerStory dorothy;
  private String complaint;

  @Test
  void imports_feeds_and_requests_wait_for_the_customer_before_they_lock_anything_else()
      throws Exception {
    company.startsAnew();
    dorothy = company.flagged("Dorothy");
    company.plansItsCalls();
    complaint = complains().path("id");
    List<NeighbourEvent> visit = dorothy.isVisited().newEvents();
    List<NeighbourEvent> promise = dorothy.isPromised(Stories.BEN).newEvents();
    String call = Company.callsOf(dorothy).getString("items[0].id");
    String flag = Company.callsOf(dorothy).getString("items[0].flagId");

    Map<String, Runnable> writers = new LinkedHashMap<>();
    writers.put("an import of complaints", () -> importsComplaint());
    writers.put("an import of feedback", () -> importsFeedback());
    writers.put("a complaint", () -> complains().then().statusCode(201));
    writers.put("a changed complaint", () -> patches());
    writers.put("feedback", () -> saysSomething());
    writers.put("a visit told by jobs-service", () -> FeedDelivery.load(visit));
    writers.put("a promise told by customers-service", () -> FeedDelivery.load(promise));
    writers.put(
        "a flag that is noticed",
        () -> created(Api.as("csr").post("/v1/flags/" + flag + "/acknowledgement")));
    writers.put(
        "a call that is made",
        () ->
            created(
                Api.json("admin", "{\"outcome\":\"REACHED\"}")
                    .post("/v1/follow-ups/" + call + "/outcome")));
    writers.put(
        "erasure",
        () ->
            FeedDelivery.live(
                List.of(
                    NeighbourEvent.erased("customers", "customer", dorothy.id, Instant.now()))));
    for (Map.Entry<String, Runnable> writer : writers.entrySet()) {
      holdsNothingWhileItWaits(writer.getKey(), writer.getValue());
    }
  }

  @Test
  void calls_that_are_planned_wait_for_the_customer_before_they_change_another_call()
      throws Exception {
    company.startsAnew();
    dorothy = Stories.grace();
    FeedDelivery.load(dorothy.newEvents());
    String url =
        Api.json("csr", "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"}".formatted(dorothy.id))
            .post("/v1/links")
            .path("url");
    for (String said : List.of("csat=1", "csat=5", "csat=2", "callMe=true")) {
      String path = URI.create(url).getPath();
      Api.anonymous()
          .contentType("application/x-www-form-urlencoded")
          .body(said)
          .post(path)
          .then()
          .statusCode(200);
      boolean takenUpOrAskedFor = said.equals("csat=2") || said.equals("callMe=true");
      if (takenUpOrAskedFor) {
        holdsNothingWhileItWaits("a call after " + said, company::plansItsCalls);
      } else {
        company.plansItsCalls();
      }
    }
  }

  private void holdsNothingWhileItWaits(String name, Runnable writer) throws Exception {
    Future<?> done;
    try (Connection holder = source.getConnection()) {
      holder.setAutoCommit(false);
      int me = Integer.parseInt(one(holder, "select pg_backend_pid()"));
      one(
          holder,
          "select 1 from customer_risk where customer_id = '" + dorothy.id + "' for update");
      done = CompletableFuture.runAsync(writer);
      awaitBlockedBy(me, name, done);
      for (String table :
          List.of("signal", "flag", "follow_up", "feedback", "complaint", "visit_copy")) {
        one(
            holder,
            "select 1 from "
                + table
                + " where customer_id = '"
                + dorothy.id
                + "' for update nowait");
      }
      one(holder, "select 1 from customer_copy where id = '" + dorothy.id + "' for update nowait");
      holder.rollback();
    }
    done.get(60, TimeUnit.SECONDS);
  }

  private void awaitBlockedBy(int holder, String name, Future<?> writer) throws SQLException {
    String blocked =
        "select count(*) from pg_stat_activity where " + holder + " = any(pg_blocking_pids(pid))";
    try (Connection watcher = source.getConnection()) {
      while (one(watcher, blocked).equals("0")) {
        assertThat(writer.isDone()).as(name + " did not wait for the customer").isFalse();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private Response complains() {
    return Api.json(
            "admin",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\"}"
                .formatted(dorothy.id))
        .post("/v1/complaints");
  }

  private void importsComplaint() {
    String lines =
        """
        {"externalId":"K-%1$s","customerExternalId":"%1$s","receivedAt":"2026-02-01T10:00:00Z","severity":"HIGH","cause":"DAMAGE"}
        """;
    taken(Api.importing("/v1/complaints/import", lines.formatted(dorothy.externalId)));
  }

  private void importsFeedback() {
    String lines =
        """
        {"externalId":"F-%1$s","customerExternalId":"%1$s","at":"2026-02-01T10:00:00Z","csat":2}
        """;
    taken(Api.importing("/v1/feedback/import", lines.formatted(dorothy.externalId)));
  }

  private void patches() {
    Api.as("admin")
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"1\"")
        .body("{\"severity\":\"HIGH\"}")
        .patch("/v1/complaints/" + complaint)
        .then()
        .statusCode(200);
  }

  private void saysSomething() {
    created(
        Api.json("admin", "{\"customerId\":\"%s\",\"csat\":1}".formatted(dorothy.id))
            .post("/v1/feedback"));
  }

  private static void created(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
  }

  private static void taken(Response report) {
    assertThat(report.asString()).contains("CREATED").doesNotContain("REJECTED");
  }
}
