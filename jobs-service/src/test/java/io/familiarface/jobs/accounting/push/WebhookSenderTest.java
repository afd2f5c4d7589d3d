package io.familiarface.jobs.accounting.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.familiarface.jobs.accounting.DocumentKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever a receiver does, a message ends: delivered, or not for a reason in words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookSenderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer receiver;

  private record Settings(Duration timeout) implements WebhookSettings {
    @Override
    public String every() {
      return "off";
    }

    @Override
    public List<Duration> attempts() {
      return List.of(Duration.ZERO);
    }

    @Override
    public Duration rotation() {
      return Duration.ZERO;
    }

    @Override
    public boolean allowPrivateTargets() {
      return true;
    }
  }

  @BeforeEach
  void a_receiver() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(threads);
    receiver.start();
  }

  @AfterEach
  void goes_away() {
    over.countDown();
    receiver.stop(0);
    threads.shutdownNow();
  }

  private WebhookOutcome send(Duration timeout, HttpHandler behaviour) {
    receiver.createContext("/", behaviour);
    Endpoints.Row endpoint =
        new Endpoints.Row(
            new UUID(1, 1),
            "http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
            List.of(DocumentKind.INVOICE.name()),
            null,
            "UTC",
            Signature.newSecret(),
            null,
            null,
            null,
            null,
            NOW,
            "somebody",
            0);
    return new WebhookSender(new Settings(timeout)).send(endpoint, "msg_1", "{}", NOW).join();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void one_that_never_answers_is_not_waited_for() {
    WebhookOutcome outcome = send(Duration.ofMillis(300), exchange -> await());
    assertThat(outcome.isDelivered()).isFalse();
    assertThat(outcome.error()).isEqualTo("It did not answer in time.");
  }

  @Test
  void one_that_answers_without_an_end_is_not_waited_for() {
    WebhookOutcome outcome =
        send(
            Duration.ofMillis(300),
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('.');
              exchange.getResponseBody().flush();
              await();
            });
    assertThat(outcome.isDelivered()).isFalse();
    assertThat(outcome.error()).isEqualTo("It did not answer in time.");
  }

  @Test
  void one_that_hangs_up_could_not_be_reached() {
    WebhookOutcome outcome = send(Duration.ofMinutes(1), HttpExchange::close);
    assertThat(outcome.isDelivered()).isFalse();
    assertThat(outcome.error()).startsWith("It could not be reached");
  }

  @Test
  void one_that_asks_to_be_left_alone_is_for_a_day_at_most() {
    WebhookOutcome outcome =
        send(
            Duration.ofMinutes(1),
            exchange -> {
              exchange.getResponseHeaders().add("Retry-After", "999999999");
              answer(exchange, 429);
            });
    assertThat(outcome.status()).isEqualTo(429);
    assertThat(outcome.retryAfter()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void one_that_takes_it_has_it() {
    assertThat(send(Duration.ofMinutes(1), exchange -> answer(exchange, 204)).isDelivered())
        .isTrue();
  }
}
