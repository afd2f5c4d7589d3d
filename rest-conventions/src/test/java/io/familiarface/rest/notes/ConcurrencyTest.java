package io.familiarface.rest.notes;

import static io.familiarface.rest.notes.Call.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.rest.testing.ServiceUnderTest;
import io.familiarface.rest.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ConcurrencyTest {

  private static Response write(String key, String text) {
    return json("{\"text\":\"" + text + "\"}").header("Idempotency-Key", key).post("/v1/notes");
  }

  @Test
  void a_request_sent_again_answers_the_same_and_changes_nothing() {
    Response first = write("key-1", "once");
    Response again = write("\"key-1\"", "once");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.contentType()).isEqualTo(first.contentType());
    assertThat(Call.count("once")).isEqualTo(1);
  }

  @Test
  void a_key_used_for_another_body_is_refused() {
    write("key-2", "this");
    write("key-2", "that")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:familiar-face:problem:key-reused"));
    assertThat(Call.count("that")).isZero();
  }

  @Test
  void the_same_key_with_other_blanks_or_another_order_is_another_body() {
    String key = "key-blanks";
    String body = "{\"text\":\"of blanks\",\"externalId\":\"blanks-1\"}";
    json(body).header("Idempotency-Key", key).post("/v1/notes").then().statusCode(201);
    for (String other :
        List.of(
            " " + body,
            body + "\n",
            body.replace(":", ": "),
            "{\"externalId\":\"blanks-1\",\"text\":\"of blanks\"}")) {
      json(other)
          .header("Idempotency-Key", key)
          .post("/v1/notes")
          .then()
          .statusCode(422)
          .body("type", equalTo("urn:familiar-face:problem:key-reused"));
    }
    json(body)
        .header("Idempotency-Key", key)
        .post("/v1/notes")
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true");
    assertThat(Call.count("of blanks")).isEqualTo(1);
  }

  @Test
  void two_callers_may_choose_the_same_key() {
    write("key-3", "hers");
    Call.with(Tokens.as("csr"))
        .contentType("application/json")
        .body("{\"text\":\"his\"}")
        .header("Idempotency-Key", "key-3")
        .post("/v1/notes")
        .then()
        .statusCode(201);
    assertThat(Call.count("his")).isEqualTo(1);
  }

  @Test
  void a_refused_request_does_not_use_up_its_key() {
    write("key-4", " ").then().statusCode(400);
    write("key-4", "better").then().statusCode(201);
  }

  @Test
  void many_at_once_with_one_key_change_once() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(16);
    try {
      List<Future<Integer>> answers =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            start.await();
                            return write("key-5", "raced").statusCode();
                          }))
              .toList();
      start.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(201, 409);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(Call.count("raced")).isEqualTo(1);
  }

  @Test
  void a_change_needs_the_version_that_was_read() {
    Response written = write("key-6", "before");
    String place = written.header("Location");
    String etag = written.header("ETag");
    patch(place, null, "after").then().statusCode(428);
    patch(place, "\"7\"", "after").then().statusCode(412);
    patch(place, etag, "after").then().statusCode(200).body("text", equalTo("after"));
    patch(place, etag, "again")
        .then()
        .statusCode(412)
        .body("type", equalTo("urn:familiar-face:problem:stale"));
    Call.as("admin").get(place).then().body("text", equalTo("after"));
  }

  private static Response patch(String place, String etag, String text) {
    var request =
        Call.as("admin")
            .contentType("application/merge-patch+json")
            .body("{\"text\":\"" + text + "\"}");
    return (etag == null ? request : request.header("If-Match", etag)).patch(place);
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    Response written = write("key-7", "known");
    Call.as("admin")
        .header("If-None-Match", written.header("ETag"))
        .get(written.header("Location"))
        .then()
        .statusCode(304)
        .body(equalTo(""));
  }

  @Test
  void a_patch_with_an_unknown_field_or_an_empty_text_is_refused() {
    Response written = write("key-8", "kept");
    for (String body : List.of("{\"txt\":\"a\"}", "{\"txt\":null}", "{\"text\":null}", "[]", "7")) {
      RestAssured.given()
          .header("Authorization", "Bearer " + Tokens.as("admin"))
          .header("If-Match", written.header("ETag"))
          .contentType("application/merge-patch+json")
          .body(body)
          .patch(written.header("Location"))
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
    assertThat(Call.count("kept")).isEqualTo(1);
  }
}
