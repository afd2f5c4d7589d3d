package io.familiarface.rest.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.familiarface.rest.neighbour.NeighbourLookup;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.testing.LogCapture;
import io.familiarface.rest.testing.ServiceTest;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class NeighboursTest {
  private static final UUID KNOWN = UUID.fromString("01978c5e-0000-7000-8000-000000000017");
  private static final String NOTE =
      "{\"id\":\"%s\",\"externalId\":\"N+1/ü\",\"text\":\"a\",\"mood\":\"NEW\"}".formatted(KNOWN);

  @Inject Neighbours neighbours;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean away;
  private volatile int status;
  private volatile String authorization;
  private HttpServer server;

  record Found(UUID id, String externalId, String text) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Each test asks a service of its own, as the circuit breakers are remembered. */
  private NeighbourLookup<Found> lookup(String service) {
    System.setProperty(
        "familiar.url." + service, "http://localhost:" + server.getAddress().getPort());
    return neighbours.lookup(service, "notes", Found.class, CommonProblem.UNAVAILABLE);
  }

  @Test
  void a_thing_is_found_by_its_id_or_its_external_id() {
    NeighbourLookup<Found> notes = lookup("found");
    assertThat(notes.byId(KNOWN)).contains(new Found(KNOWN, "N+1/ü", "a"));
    assertThat(notes.byExternalId("N+1/ü")).contains(new Found(KNOWN, "N+1/ü", "a"));
    assertThat(authorization).startsWith("Bearer ey");
  }

  @Test
  void what_nobody_knows_is_empty() {
    NeighbourLookup<Found> notes = lookup("empty");
    assertThat(notes.byId(UUID.randomUUID())).isEmpty();
    assertThat(notes.byExternalId("n+1/ü")).as("another key than was asked for").isEmpty();
  }

  @Test
  void many_are_asked_for_in_few_requests() {
    NeighbourLookup<Found> notes = lookup("many");
    List<String> keys =
        IntStream.range(0, 300).mapToObj(i -> i == 250 ? "N+1/ü" : "N" + i).toList();
    assertThat(notes.byExternalIds(keys))
        .containsExactly(Map.entry("N+1/ü", new Found(KNOWN, "N+1/ü", "a")));
    assertThat(asked).hasValue(2);
    assertThat(notes.byExternalIds(List.of())).isEmpty();
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_key_that_can_be_none_there_hides_no_other() {
    NeighbourLookup<Found> notes = lookup("strange");
    assertThat(notes.byExternalIds(List.of("a", "N+1/ü", "IMPOSSIBLE", "b")))
        .containsOnlyKeys("N+1/ü");
  }

  @Test
  void a_service_that_does_not_answer_is_not_asked_for_a_while() {
    NeighbourLookup<Found> notes = lookup("away");
    away = true;
    for (int i = 0; i < 25; i++) {
      assertThatThrownBy(() -> notes.byId(KNOWN))
          .isInstanceOfSatisfying(
              HttpProblem.class,
              problem -> {
                assertThat(problem.getStatusCode()).isEqualTo(503);
                assertThat(problem.getDetail()).contains("away-service can't be asked now");
                assertThat(problem.getHeaders()).containsEntry("Retry-After", 2);
              });
    }
    assertThat(asked).hasValue(20);
  }

  @Test
  void a_service_that_is_busy_says_itself_when_to_ask_again() {
    NeighbourLookup<Found> notes = lookup("busy");
    for (int busy : new int[] {429, 503}) {
      status = busy;
      assertThat(refusal(notes, 503).getHeaders()).containsEntry("Retry-After", 17);
    }
  }

  @Test
  void a_token_that_another_service_does_not_accept_is_a_matter_for_whoever_runs_them() {
    NeighbourLookup<Found> notes = lookup("strict");
    try (LogCapture log = new LogCapture()) {
      for (int refused : new int[] {401, 403, 401}) {
        status = refused;
        HttpProblem problem = refusal(notes, 503);
        assertThat(problem.getType()).hasToString(CommonProblem.NOT_ADMITTED.uri().toString());
        assertThat(problem.getDetail()).contains("strict-service does not accept the token");
      }
      assertThat(log.text().lines().filter(line -> line.contains("strict-service")))
          .singleElement()
          .asString()
          .startsWith("ERROR");
    }
    for (int i = 0; i < 30; i++) {
      refusal(notes, 503);
    }
    assertThat(asked).as("it answers, so it is asked").hasValue(33);
    status = 0;
    assertThat(notes.byId(KNOWN)).isPresent();
  }

  @Test
  void what_contradicts_another_service_contradicts_the_caller() {
    NeighbourLookup<Found> notes = lookup("contradicting");
    status = 409;
    assertThat(refusal(notes, 409).getDetail()).contains("contradicting-service");
    for (int none : new int[] {400, 404, 410, 422}) {
      status = none;
      assertThat(notes.byId(KNOWN)).as("answered %d", none).isEmpty();
    }
  }

  private static HttpProblem refusal(NeighbourLookup<Found> notes, int status) {
    HttpProblem problem = catchThrowableOfType(HttpProblem.class, () -> notes.byId(KNOWN));
    assertThat(problem.getStatusCode()).isEqualTo(status);
    return problem;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String address = exchange.getRequestURI().toString();
    boolean list = address.contains("?externalId=");
    boolean known = list || address.equals("/v1/notes/" + KNOWN);
    String body = list ? "{\"items\":[" + NOTE + "],\"nextCursor\":null}" : NOTE;
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    int answered = away ? 503 : !known ? 404 : address.contains("IMPOSSIBLE") ? 400 : 200;
    if (status > 0) {
      answered = status;
      exchange.getResponseHeaders().set("Retry-After", "17");
    }
    exchange.sendResponseHeaders(answered, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
