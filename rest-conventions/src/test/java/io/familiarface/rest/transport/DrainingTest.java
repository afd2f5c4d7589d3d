package io.familiarface.rest.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.rest.testing.ServiceTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@ServiceTest
class DrainingTest {
  @Inject Draining draining;

  @Test
  void a_kept_connection_is_told_to_go_elsewhere_once_the_service_stops() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      ask(socket, "/v1/nowhere");
      assertThat((char) socket.getInputStream().read()).isEqualTo('H');
      draining.begun = true;
      ask(socket, "/v1/notes");
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answers).startsWith("TTP/1.1 404").contains("HTTP/1.1 503");
      assertThat(answers.substring(answers.indexOf("HTTP/1.1 503")))
          .containsIgnoringCase("retry-after: 2")
          .containsIgnoringCase("connection: close")
          .containsIgnoringCase("content-type: application/problem+json")
          .contains("urn:familiar-face:problem:unavailable");
      RestAssured.get("/q/health/live").then().statusCode(200);
    } finally {
      draining.begun = false;
    }
  }

  @Test
  void a_customer_who_opens_their_own_page_meanwhile_reads_a_page() {
    try {
      draining.begun = true;
      String browsers = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
      RestAssured.given()
          .header("Accept", browsers)
          .get("/v1/links/a-key")
          .then()
          .statusCode(503)
          .header("Retry-After", "2")
          .header("Content-Security-Policy", startsWith("default-src 'none'; style-src"))
          .contentType("text/html")
          .body(containsString("<h1>This did not work just now</h1>"));
      RestAssured.given()
          .header("Accept", browsers)
          .get("/v1/notes")
          .then()
          .statusCode(503)
          .contentType("application/problem+json");
      RestAssured.get("/v1/links/a-key").then().contentType("application/problem+json");
    } finally {
      draining.begun = false;
    }
  }

  private static void ask(Socket socket, String path) throws Exception {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }
}
