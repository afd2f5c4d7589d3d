package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.rest.testing.RawHttp;
import io.familiarface.rest.testing.ServiceTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One guard for text, whichever way it comes in. */
@ServiceTest
class TextTest {
  private static Response write(String json) {
    return Call.json(json).post("/v1/notes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\u0000", "\\u001f", "\\u007f", "\\u0085", "\\ud83d", "\\ude00", "\\u001b[31m"})
  void what_is_no_text_is_refused_in_every_field(String inside) {
    for (String field : new String[] {"externalId", "text", "shopName", "mood", "labels"}) {
      String value = "\"a" + inside + "b\"";
      write(
              "{\"text\":\"t\",\"%s\":%s}"
                  .formatted(field, field.equals("labels") ? "[" + value + "]" : value)
                  .replace("{\"text\":\"t\",\"text\"", "{\"text\""))
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("violations[0].pointer", startsWith("/" + field));
      write("{\"text\":\"t\",\"a%s\":1}".formatted(inside)).then().statusCode(400);
    }
    Response note = write("{\"text\":\"before\"}");
    Call.as("admin")
        .contentType("application/merge-patch+json")
        .header("If-Match", note.header("ETag"))
        .body("{\"text\":\"a" + inside + "b\"}")
        .patch(note.header("Location"))
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/text"));
  }

  @Test
  void line_breaks_tabs_and_letters_of_all_kinds_are_text() {
    write("{\"text\":\"a\\n\\tb \\ud83d\\ude00 \\u05de\\u05d9 \\u2028\"}")
        .then()
        .statusCode(201)
        .body("text", equalTo("a\n\tb \ud83d\ude00 \u05de\u05d9 \u2028"));
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    for (var charset :
        new java.nio.charset.Charset[] {
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_16LE,
          java.nio.charset.Charset.forName("UTF-32")
        }) {
      Call.as("admin")
          .header("Content-Type", "application/json")
          .body("{\"text\":\"Zo\u00eb\"}".getBytes(charset))
          .post("/v1/notes")
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  @Test
  void a_name_is_kept_composed_trimmed_and_without_what_nobody_sees() {
    write("{\"text\":\"t\",\"shopName\":\"\\u200f Zoe\\u0308\\u00a0Lee\\u200b \"}")
        .then()
        .statusCode(201);
    assertThat(Note.lastShopName).isEqualTo("Zo\u00eb Lee");
    write("{\"text\":\"t\",\"shopName\":\"\\u200b\\u00a0\"}").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" x", "x ", "a\\u00a0b", "a\\u200bb", "\\ufeffx", "a\\u00adb", "a\\u2028b"})
  void an_external_id_has_only_what_can_be_seen(String id) {
    write("{\"text\":\"t\",\"externalId\":\"" + id + "\"}")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/externalId"));
  }

  @Test
  void an_external_id_is_found_however_its_accents_were_typed() {
    write("{\"text\":\"composed\",\"externalId\":\"\\u00e9-1\"}").then().statusCode(201);
    for (String typed : new String[] {"%C3%A9-1", "e%CC%81-1"}) {
      assertThat(RawHttp.get("/v1/notes/ext:" + typed).status()).isEqualTo(200);
      assertThat(RawHttp.get("/v1/notes?externalId=" + typed).text()).contains("composed");
    }
    assertThat(RawHttp.get("/v1/notes/ext:a%E2%80%8Bb").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"k\u0001", "k\u00e9", "k\tk", "k\u007f"})
  void a_key_of_a_request_is_printable(String key) {
    var answer =
        RawHttp.post(
            "/v1/notes",
            "{\"text\":\"a\"}",
            "Content-Type: application/json",
            "Content-Length: 12",
            "Idempotency-Key: " + key);
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void a_cell_that_is_no_text_costs_its_line_alone() {
    String lines =
        "{\"externalId\":\"tl-1\",\"text\":\"a\\u0000b\"}\n"
            + "{\"externalId\":\"tl-2\",\"text\":\"good\"}\n"
            + "{\"externalId\":\"tl-3\",\"text\":\"\\ud83d\"}\n"
            + "{\"externalId\":\"tl-4\\u0000\",\"text\":\"a\"}";
    assertThat(imported("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("REJECTED CREATED REJECTED REJECTED");
    String cells = "externalId,text\ntl-5,a\0b\ntl-6,good\ntl-7\0,a\ntl-8,\u001b[31m\n";
    assertThat(imported("text/csv", cells.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("REJECTED CREATED REJECTED REJECTED");
  }

  private static String imported(String type, byte[] body) {
    Response answer =
        Call.as("admin").header("Content-Type", type).body(body).post("/v1/notes/import");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer
        .asString()
        .lines()
        .map(line -> line.replaceAll(".*\"status\":\"(\\w+)\".*", "$1"))
        .collect(java.util.stream.Collectors.joining(" "));
  }

  @Test
  void what_is_quoted_back_is_whole() {
    String name = "n".repeat(79) + "\\ud83d\\ude00\\ud83d\\ude00";
    write("{\"text\":\"t\",\"" + name + "\":1}").then().statusCode(400);
    write("{\"text\":\"t\",\"mood\":\"" + name + "\"}").then().statusCode(400);
  }
}
