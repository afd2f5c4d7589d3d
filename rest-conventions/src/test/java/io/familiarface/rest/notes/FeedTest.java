package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class FeedTest {

  private static Response read(String query) {
    return Call.as("integration").urlEncodingEnabled(false).get("/v1/feeds/notes" + query);
  }

  private static String write(String text) {
    Response answer = Call.json("{\"text\":\"" + text + "\"}").post("/v1/notes");
    return answer.statusCode() == 201 ? answer.jsonPath().getString("id") : null;
  }

  private static String lastEventId() {
    String last = "";
    while (true) {
      List<String> ids = read("?lastEventId=" + last + "&limit=1000").jsonPath().getList("id");
      if (ids.isEmpty()) {
        return last;
      }
      last = ids.get(ids.size() - 1);
    }
  }

  @Test
  void a_committed_change_is_read_as_a_cloud_event() {
    String before = lastEventId();
    String id = write("told");
    Response batch = read("?lastEventId=" + before + "&timeout=5000");
    batch
        .then()
        .statusCode(200)
        .contentType("application/cloudevents-batch+json")
        .header("Cache-Control", "no-store")
        .body("[0].specversion", equalTo("1.0"))
        .body("[0].type", equalTo("io.familiarface.note.written"))
        .body("[0].source", equalTo("urn:familiar-face:notes"))
        .body("[0].subject", equalTo(id))
        .body("[0].data.text", equalTo("told"));
  }

  @Test
  void a_poll_that_waits_is_answered_by_the_next_change() {
    String before = lastEventId();
    CompletableFuture<Response> waiting =
        CompletableFuture.supplyAsync(() -> read("?lastEventId=" + before + "&timeout=20000"));
    String id = write("waited for");
    assertThat(waiting.join().jsonPath().getString("[0].subject")).isEqualTo(id);
  }

  @Test
  void a_change_that_is_rolled_back_is_never_told() {
    String before = lastEventId();
    assertThat(write("fails at the end")).isNull();
    assertThat(Call.count("fails at the end")).isZero();
    String next = write("after it");
    List<String> subjects =
        read("?lastEventId=" + before + "&timeout=5000").jsonPath().getList("subject");
    assertThat(subjects).containsExactly(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?timeout=-1",
        "?timeout=soon",
        "?limit=0",
        "?limit=-5",
        "?lastEventId=42",
        "?lastEventId=abc",
        "?lastEventId=0000000000001::nobody",
        "?epoch=yesterday"
      })
  void a_poll_that_makes_no_sense_is_refused(String query) {
    read(query).then().statusCode(400).contentType("application/problem+json");
  }

  @Test
  void a_cursor_beyond_the_end_has_read_everything_unless_its_epoch_tells_otherwise() {
    String beyond = "?lastEventId=0000099999999::00000000-0000-7000-8000-000000000000";
    Response end = read(beyond);
    end.then().statusCode(200).contentType("application/cloudevents-batch+json");
    assertThat(end.asString()).isEqualTo("[]");

    write("something");
    String epoch = read("?timeout=5000").header("Feed-Epoch");
    read(beyond + "&epoch=" + epoch).then().statusCode(410).contentType("application/problem+json");
  }

  @Test
  void a_cursor_of_an_epoch_that_this_feed_never_had_is_gone() {
    write("something");
    String epoch = read("?timeout=5000").header("Feed-Epoch");
    String last = lastEventId();

    read("?lastEventId=" + last + "&epoch=" + epoch).then().statusCode(200);
    read("?lastEventId=" + last + "&epoch=00000000-0000-7000-8000-000000000000")
        .then()
        .statusCode(410)
        .contentType("application/problem+json");
  }

  @Test
  void a_feed_is_read_only_by_its_roles() {
    Call.as("integration").get("/v1/feeds/private-notes").then().statusCode(403);
    Call.as("admin").get("/v1/feeds/private-notes").then().statusCode(403);
    Call.as("service").get("/v1/feeds/private-notes").then().statusCode(200);
    Call.as("csr").get("/v1/feeds/notes").then().statusCode(403);
    Call.as("service").get("/v1/feeds/nothing").then().statusCode(404);
  }
}
