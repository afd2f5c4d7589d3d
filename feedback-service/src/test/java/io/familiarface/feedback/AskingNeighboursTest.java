package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

import io.familiarface.feedback.testing.Neighbours;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.rest.testing.Api;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@ServiceTest
class AskingNeighboursTest {
  @Inject StoredRows database;

  @ConfigProperty(name = "familiar.url.customers")
  String customers;

  @Test
  void no_connection_is_held_while_another_service_is_asked() throws Exception {
    holdsNothingWhileItAsks(
        "/v1/complaints",
        "{\"customerExternalId\":\"%s\",\"severity\":\"LOW\",\"cause\":\"PRICE\"}",
        "application/json");
    holdsNothingWhileItAsks(
        "/v1/feedback", "{\"customerExternalId\":\"%s\",\"csat\":1}", "application/json");
    holdsNothingWhileItAsks(
        "/v1/feedback/import",
        "{\"externalId\":\"F-%1$s\",\"customerExternalId\":\"%1$s\",\"at\":\"2026-02-01T10:00:00Z\",\"csat\":2}\n",
        "application/x-ndjson");
  }

  private void holdsNothingWhileItAsks(String path, String body, String type) throws Exception {
    String name = Neighbours.HELD + UUID.randomUUID().toString().substring(24);
    CompletableFuture<Response> answer =
        CompletableFuture.supplyAsync(
            () ->
                Api.as("admin")
                    .contentType(type)
                    .body(body.formatted(name).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .post(path));
    String address = customers + "/v1/customers?externalId=" + name;
    await(
        path + " was answered without asking",
        answer,
        () -> RestAssured.head(address).statusCode() == 200);
    await(
        path + " held a connection until it was answered",
        answer,
        () ->
            database.number(
                    """
                    select count(*) from pg_stat_activity
                    where datname = current_database() and state = 'idle in transaction'
                    """)
                == 0);
    UUID id = UUID.randomUUID();
    RestAssured.given()
        .body(
            "{\"items\":[{\"id\":\"%s\",\"externalId\":\"%s\",\"name\":\"Ann\"}]}"
                .formatted(id, name))
        .put(address)
        .then()
        .statusCode(204);
    Response done = answer.get(60, TimeUnit.SECONDS);
    // On a machine that is slow enough the neighbour has kept us waiting for too long.
    assertThat(done.statusCode()).as(done.asString()).isIn(200, 201, 503);
    assertThat(done.asString()).doesNotContain("REJECTED");
  }

  private static void await(String failure, Future<?> answer, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertThat(answer.isDone() && !condition.getAsBoolean()).as(failure).isFalse();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  @Test
  void while_a_neighbour_is_away_it_is_said_when_to_try_again_and_no_line_is_refused() {
    String away = Neighbours.AWAY + UUID.randomUUID().toString().substring(24);
    Api.json("admin", "{\"customerExternalId\":\"%s\",\"csat\":1}".formatted(away))
        .post("/v1/feedback")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("type", endsWith("neighbour-away"));
    Response stopped =
        Api.importing(
            "/v1/feedback/import",
            "{\"externalId\":\"F-%1$s\",\"customerExternalId\":\"%1$s\",\"at\":\"2026-02-01T10:00:00Z\",\"csat\":2}"
                .formatted(away));
    assertThat(stopped.statusCode()).isEqualTo(503);
    assertThat(stopped.header("Retry-After")).isNotNull();
    assertThat(stopped.asString()).doesNotContain("REJECTED");
  }

  @Test
  void an_import_asks_at_once_for_all_whom_its_lines_name_and_for_none_again() {
    String run = UUID.randomUUID().toString().substring(24);
    String lines =
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    "{\"externalId\":\"F-%1$s-%2$d\",\"customerExternalId\":\"%3$s%1$s-%4$d\",\"at\":\"2026-02-01T10:00:00Z\",\"csat\":4}"
                        .formatted(run, i, i % 2 == 0 ? Neighbours.MANY : "NOBODY-", i % 300))
            .collect(Collectors.joining("\n"));
    String report = Api.importing("/v1/feedback/import", lines).asString();
    assertThat(report.lines().filter(line -> line.contains("CREATED"))).hasSize(250);
    assertThat(report.lines().filter(line -> line.contains("unknown-customer"))).hasSize(250);
    String times =
        RestAssured.head(customers + "/v1/customers?externalId=" + run).header(Neighbours.TIMES);
    // Three chunks: for all of each, and once more for those of it whom nobody knows.
    assertThat(Integer.parseInt(times)).isBetween(1, 6);
  }
}
