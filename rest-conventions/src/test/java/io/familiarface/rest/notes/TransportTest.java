package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.RawHttp;
import io.familiarface.rest.testing.RawResponse;
import io.familiarface.rest.testing.ServiceTest;
import io.familiarface.rest.testing.Tokens;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails before or outside a resource is answered as the contract says. */
@ServiceTest
class TransportTest {

  private static void refused(RawResponse answer, int... statuses) {
    assertThat(statuses).as(answer.headers() + "\n" + answer.text()).contains(answer.status());
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text())
        .contains("\"type\":\"urn:familiar-face:problem:", "\"status\":" + answer.status())
        .contains("\"title\":\"", "\"detail\":\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/notes/%zz",
        "/v1/notes/%",
        "/v1/notes/%4",
        "/v1/notes?text=%g0",
        "/v1/notes\\a",
        "/v1/notes?text=\\",
        "/v1/notes?text={a}",
        "/v1/notes?text=\"a\"",
        "/v1/notes/%FF%FE",
        "/v1/notes?text=%ED%A0%BD",
        "/v1/notes/ext:%00",
        "/v1/notes?text=%00",
        "/v1/notes?text=%1F",
        "/v1/notes?te%07xt=a",
        "/v1/notes?text=%C2%85",
        "/v1/notes?text=\u00e9",
        "/nowhere/%00",
        "/q/health/%zz"
      })
  void an_address_that_is_no_text_is_a_400(String target) {
    refused(RawHttp.get(target), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "v1/notes", "a b"})
  void a_target_that_is_no_path_is_refused(String target) {
    RawResponse answer = RawHttp.get(target);
    assertThat(answer.status()).isBetween(400, 499);
  }

  @Test
  void a_line_break_in_a_filter_is_text() {
    assertThat(RawHttp.get("/v1/notes?text=a%0Ab%09c").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a.b", "a.b.c", "...", "ey", "%00", "a b c", ""})
  void a_token_that_is_none_is_a_401(String token) {
    RawResponse answer =
        RawHttp.send(
            "",
            "GET /v1/notes HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Authorization: Bearer " + token);
    refused(answer, 401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "/", ";", "application/", "a/b/c", ",", ""})
  void a_content_type_that_is_none_is_refused_whatever_the_method(String type) {
    refused(RawHttp.get("/v1/notes", "Content-Type: " + type), 400);
    refused(RawHttp.post("/v1/notes", "{}", "Content-Type: " + type, "Content-Length: 2"), 415);
    refused(
        RawHttp.post("/v1/notes/import", "{}", "Content-Type: " + type, "Content-Length: 2"), 415);
  }

  @Test
  void a_body_without_a_content_type_is_refused_or_read_as_JSON() {
    refused(RawHttp.post("/v1/notes/import", "{}", "Content-Length: 2"), 415);
    refused(RawHttp.post("/v1/notes", "{}", "Content-Length: 2"), 415, 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/plain", "*/*"})
  void an_object_is_shown_as_JSON_where_a_resource_does_not_say_how(String accept) {
    RawResponse answer = RawHttp.get("/v1/notes/unsaid", "Accept: " + accept);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.text()).startsWith("{");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", ", application/json", "application/json,,text/html"})
  void a_type_that_is_not_there_is_left_out(String accept) {
    assertThat(RawHttp.get("/v1/notes/unsaid", "Accept: " + accept).status()).isEqualTo(200);
    assertThat(RawHttp.get("/v1/notes", "Accept: " + accept).status()).isEqualTo(200);
  }

  @Test
  void nonsense_is_not_accepted_where_a_resource_does_not_say_how_either() {
    refused(RawHttp.get("/v1/notes/unsaid", "Accept: nonsense"), 406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "/", "a/b/c", ";q=1", "text/html", "image/png"})
  void what_can_not_be_accepted_is_a_406(String accept) {
    refused(RawHttp.get("/v1/notes", "Accept: " + accept), 406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "application/*",
        "",
        "application/json;q=0.5"
      })
  void what_clients_of_all_kinds_accept_is_served(String accept) {
    assertThat(RawHttp.get("/v1/notes", "Accept: " + accept).status()).isEqualTo(200);
  }

  @Test
  void a_chunked_body_may_have_a_trailer() {
    RawResponse answer =
        RawHttp.post(
            "/v1/notes",
            "12\r\n{\"text\":\"trailed\"}\r\n0\r\nX-Checksum: 1\r\n\r\n",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @Test
  void a_request_without_a_host_or_for_a_bad_one_is_a_400() {
    String token = "Authorization: Bearer " + Tokens.as("admin");
    refused(RawHttp.send("", "GET /v1/notes HTTP/1.0", token), 400);
    refused(RawHttp.send("", "GET /v1/notes HTTP/1.1", "Connection: close", token), 400);
    for (String host : new String[] {"a b", "<script>", "http://x/", "x:y", "[", "a@b"}) {
      refused(
          RawHttp.send("", "GET /v1/notes HTTP/1.1", "Host: " + host, "Connection: close", token),
          400);
    }
  }

  @Test
  void a_page_of_another_origin_is_told_so() {
    refused(RawHttp.get("/v1/notes", "Origin: https://elsewhere.example"), 403);
    refused(RawHttp.get("/v1/notes", "Origin: null"), 403);
    refused(
        RawHttp.send(
            "",
            "OPTIONS /v1/notes HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Origin: https://elsewhere.example",
            "Access-Control-Request-Method: GET"),
        403);
    assertThat(RawHttp.get("/v1/notes", "Origin: http://localhost:" + RestAssured.port).status())
        .isEqualTo(200);
    assertThat(RawHttp.get("/v1/notes", "Origin: http://localhost:8082").status()).isEqualTo(200);
    assertThat(RawHttp.get("/v1/notes", "Origin: http://127.0.0.1:8082").status()).isEqualTo(200);
  }

  @Test
  void swagger_ui_works_by_either_name_of_this_machine() {
    for (String host : new String[] {"localhost", "127.0.0.1"}) {
      RawResponse page =
          RawHttp.send(
              "",
              "GET /q/swagger-ui/ HTTP/1.1",
              "Host: " + host + ":" + RestAssured.port,
              "Connection: close");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).as("found under the same name").contains("\"/openapi/customers\"");
      // An operation of another service is tried out from there.
      RawResponse preflight =
          RawHttp.send(
              "",
              "OPTIONS /v1/notes HTTP/1.1",
              "Host: localhost",
              "Connection: close",
              "Origin: http://" + host + ":8082",
              "Access-Control-Request-Method: POST",
              "Access-Control-Request-Headers: authorization,content-type,idempotency-key");
      assertThat(preflight.status()).isEqualTo(200);
      assertThat(preflight.header("Access-Control-Allow-Origin"))
          .isEqualTo("http://" + host + ":8082");
    }
  }

  @Test
  void what_http_itself_does_not_allow_is_refused_without_an_error_of_ours() {
    for (RawResponse answer :
        new RawResponse[] {
          RawHttp.get("/v1/notes?text=" + "a".repeat(20_000)),
          RawHttp.get("/v1/notes", "X-Long: " + "a".repeat(20_000)),
          RawHttp.post("/v1/notes", "", "Content-Length: many", "Content-Type: application/json"),
          RawHttp.post("/v1/notes", "", "Content-Length: -1", "Content-Type: application/json"),
          RawHttp.get("/v1/notes", "Bad Header: a"),
          RawHttp.send("", "G\u0001T /v1/notes HTTP/1.1", "Host: localhost", "Connection: close"),
          RawHttp.send("", "FETCH /v1/notes HTTP/1.1", "Host: localhost", "Connection: close")
        }) {
      assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }
  }

  @Test
  void a_method_that_is_not_there_is_a_405_that_names_those_that_are() {
    RawResponse answer =
        RawHttp.send(
            "",
            "DELETE /v1/notes HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Authorization: Bearer " + Tokens.as("admin"));
    refused(answer, 405);
    assertThat(answer.header("Allow")).contains("GET", "POST");
  }
}
