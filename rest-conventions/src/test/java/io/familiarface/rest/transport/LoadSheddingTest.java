package io.familiarface.rest.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.rest.testing.ServiceTest;
import io.familiarface.rest.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests whose body is still awaited run for as long as a test wants. */
@ServiceTest
class LoadSheddingTest {
  private static final String BODY = "{\"text\":\"one of many\"}";
  private static final int TRIES = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Thirty times as many as there are connections to the database. */
  private static final int CROWD = 600;

  @ConfigProperty(name = "familiar.load-shedding.requests-at-once")
  int atOnce;

  @Inject LoadShedding load;

  private final List<Socket> running = new ArrayList<>();

  /** The client is ready too, so that no body is awaited for as long as the server is patient. */
  @BeforeEach
  void the_service_answers() {
    readUntil(200);
    awaitRunning(0);
  }

  /** The heads that were sent are counted a little later than they were sent, as are the ends. */
  private void awaitRunning(int requests) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (load.running() != requests) {
      assertThat(System.nanoTime()).as("%d run", load.running()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void nothing_runs_any_more() throws IOException {
    for (Socket socket : running) {
      socket.close();
    }
    readUntil(200);
  }

  @Test
  void what_comes_beyond_is_refused_at_once_and_what_was_accepted_is_answered() throws IOException {
    for (int i = 0; i < atOnce; i++) {
      running.add(begin());
    }
    // One that looked sooner would take the place of one of these.
    awaitRunning(atOnce);

    Response refused = readUntil(503);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.jsonPath().getString("type"))
        .isEqualTo("urn:familiar-face:problem:unavailable");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3);
    assertThat(running).allMatch(LoadSheddingTest::isUnanswered);
    RestAssured.get("/q/health/live").then().statusCode(200);
    asAdmin("/v1/feeds/notes").then().statusCode(200);

    for (Socket socket : running) {
      socket.getOutputStream().write(BODY.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 201");
    }
    readUntil(200);
  }

  @Test
  void of_a_crowd_everybody_is_answered_or_told_when_to_come_again() throws IOException {
    for (int i = 0; i < CROWD; i++) {
      running.add(new Socket(InetAddress.getLoopbackAddress(), RestAssured.port));
    }
    byte[] request =
        "GET /v1/notes?limit=1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(Tokens.as("csr"))
            .getBytes(StandardCharsets.US_ASCII);
    for (Socket socket : running) {
      socket.getOutputStream().write(request);
    }

    Map<String, Integer> answers = new TreeMap<>();
    for (Socket socket : running) {
      answers.merge(status(socket), 1, Integer::sum);
    }
    assertThat(answers).containsKey("200 OK");
    assertThat(answers.keySet()).isSubsetOf("200 OK", "503 Service Unavailable, come again");
  }

  private static String status(Socket socket) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    String status = lines.readLine().substring("HTTP/1.1 ".length());
    for (String header = lines.readLine(); !header.isEmpty(); header = lines.readLine()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("retry-after: ")) {
        status += ", come again";
      }
    }
    return status;
  }

  private static Socket begin() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    String head =
        """
        POST /v1/notes HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/json
        Content-Length: %d

        """
            .formatted(Tokens.as("admin"), BODY.length())
            .replace("\n", "\r\n");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static boolean isUnanswered(Socket socket) {
    try {
      return socket.getInputStream().available() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Response readUntil(int status) {
    for (int i = 0; i < TRIES; i++) {
      Response answer = asAdmin("/v1/notes?limit=1");
      if (answer.statusCode() == status) {
        return answer;
      }
      assertThat(answer.statusCode()).isIn(200, 503);
    }
    throw new AssertionError("never answered " + status);
  }

  private static Response asAdmin(String path) {
    return RestAssured.given().header("Authorization", "Bearer " + Tokens.as("admin")).get(path);
  }
}
