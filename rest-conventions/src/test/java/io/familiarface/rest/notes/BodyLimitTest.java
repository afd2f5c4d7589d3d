package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.RawHttp;
import io.familiarface.rest.testing.RawResponse;
import io.familiarface.rest.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit of a body holds whatever is said of the body, and imports have none. */
@ServiceTest
class BodyLimitTest {
  private static final String LARGE = "{\"text\":\"" + "x".repeat(2 << 20) + "\"}";
  private static final String PICTURE = "x".repeat(3 << 10);

  @ParameterizedTest
  @CsvSource({
    "POST,/v1/notes,application/json",
    "POST,/v1/notes,",
    "POST,/v1/notes,APPLICATION/JSON; charset=utf-8",
    "PATCH,/v1/notes/ext:nobody,application/merge-patch+json",
    "PATCH,/v1/notes/ext:nobody,"
  })
  void a_body_of_two_megabytes_is_a_413(String method, String path, String type) {
    for (boolean chunked : new boolean[] {false, true}) {
      refused(method, path, type, LARGE, chunked);
    }
  }

  @ParameterizedTest
  @CsvSource({"PUT,image/png", "PUT,"})
  void a_limit_of_its_own_holds_as_well(String method, String type) {
    for (boolean chunked : new boolean[] {false, true}) {
      refused(method, "/v1/notes/picture", type, PICTURE, chunked);
      RawResponse taken =
          send(method, "/v1/notes/picture", type, PICTURE.substring(0, 2 << 10), chunked);
      assertThat(taken.status()).isIn(204, 415);
    }
  }

  private static void refused(
      String method, String path, String type, String body, boolean chunked) {
    RawResponse answer = send(method, path, type, body, chunked);
    assertThat(answer.status()).as(answer.headers() + "\n" + answer.text()).isEqualTo(413);
    assertThat(answer.text()).contains("body-too-large");
  }

  private static RawResponse send(
      String method, String path, String type, String body, boolean chunked) {
    String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length();
    String sent =
        chunked ? Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n" : body;
    String said = type == null ? "X-Nothing: said" : "Content-Type: " + type;
    return RawHttp.request(method + " " + path, sent, length, said);
  }

  @Test
  void an_import_may_be_of_any_size() {
    String lines =
        IntStream.range(0, 40)
            .mapToObj(
                i -> "{\"externalId\":\"big-%d\",\"text\":\"%s\"}".formatted(i, "x".repeat(60_000)))
            .collect(Collectors.joining("\n"));
    String answer =
        Call.as("admin")
            .header("Content-Type", "application/x-ndjson")
            .body(lines.getBytes(StandardCharsets.UTF_8))
            .post("/v1/notes/import")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer.lines()).hasSize(40);
  }
}
