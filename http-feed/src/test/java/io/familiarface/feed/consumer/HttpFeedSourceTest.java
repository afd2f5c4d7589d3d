package io.familiarface.feed.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedPage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpFeedSourceTest {
  private static final String EVENT =
      """
      {"specversion":"1.0","id":"0000000000007::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21",
       "source":"/x","type":"t","subject":"s","time":"2026-01-05T12:00:00Z","data":{"a":1}}
      """;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String body = "[" + EVENT + "]";
  private String token = "secret";

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            requests.add(
                exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set(FeedPage.HEAD, "9");
            exchange.getResponseHeaders().set("Retry-After", "7");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void it_asks_for_what_comes_after_the_cursor_with_the_token_of_the_moment() throws Exception {
    var cursor = new Cursor(6, UUID.fromString("0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21"));

    var page = poll(cursor).get();
    token = null;
    poll(Cursor.START).get();

    assertThat(page.head()).isEqualTo(9);
    assertThat(page.events().get(0).position()).isEqualTo(7);
    assertThat(requests)
        .containsExactly(
            "/v1/feeds/jobs?lastEventId=0000000000006%3A%3A0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21"
                + "&timeout=1000&limit=1 Bearer secret",
            "/v1/feeds/jobs?lastEventId=&timeout=1000&limit=1 null");
  }

  @Test
  void a_refusal_tells_what_the_producer_said_and_when_to_come_back() {
    status = 503;
    body = "{\"title\":\"Too busy\"}";

    var refusal = refusal();

    assertThat(refusal).hasMessageContaining("answered 503").hasMessageContaining("Too busy");
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    assertThat(refusal.gone()).isFalse();
  }

  @Test
  void only_410_means_that_the_feed_is_another_one_now() {
    status = 410;

    assertThat(refusal().gone()).isTrue();
  }

  @Test
  void an_answer_that_is_no_batch_is_refused() {
    body = "<html>Welcome to the proxy</html>";

    assertThat(refusal()).hasMessageContaining("can't be read");
  }

  @Test
  void more_than_was_asked_for_is_refused() {
    body = "[%s,%s]".formatted(EVENT, EVENT.replace("0007::", "0008::"));

    assertThat(refusal()).hasMessageContaining("more than the 1 events");
  }

  @Test
  void nobody_there_is_told_with_the_address() {
    server.stop(0);

    assertThat(refusal()).hasMessageContaining("http://127.0.0.1").hasMessageContaining("jobs");
  }

  @Test
  void a_token_that_cannot_be_had_is_a_failure_of_the_poll() {
    var source =
        new HttpFeedSource(
            HttpClient.newHttpClient(),
            URI.create("http://127.0.0.1:1"),
            () -> {
              throw new IllegalStateException("no token file");
            });

    assertThatThrownBy(() -> source.poll("jobs", Cursor.START, Duration.ZERO, 1).get())
        .hasMessageContaining("no token file");
  }

  private CompletableFuture<FeedPage> poll(Cursor after) {
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new HttpFeedSource(HttpClient.newHttpClient(), base, () -> token)
        .poll("jobs", after, Duration.ofSeconds(1), 1);
  }

  private ProducerAwayException refusal() {
    try {
      poll(Cursor.START).get();
      throw new AssertionError("It was not refused");
    } catch (ExecutionException e) {
      return (ProducerAwayException) e.getCause();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
