package io.familiarface.jobs.accounting.push;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.familiarface.database.Database;
import io.familiarface.jobs.accounting.Books;
import io.familiarface.jobs.accounting.Books.Client;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PushApiTest {
  @Inject Books books;
  @Inject PushingDocuments pushing;
  @Inject Deliveries deliveries;
  @Inject Database database;

  /** What arrived, by its headers and its body. */
  record Received(String path, String id, String timestamp, String signature, String body) {}

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Semaphore arrivals = new Semaphore(0);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile int answer = 204;
  private HttpServer receiver;
  private JsonPath endpoint;

  @BeforeEach
  void a_receiver_that_wants_documents() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(threads);
    receiver.createContext("/", this::receive);
    receiver.start();
    endpoint =
        json(
                "admin",
                "{\"url\":\"http://127.0.0.1:%d/hook\",\"events\":[\"INVOICE\",\"CREDIT_MEMO\"]}"
                    .formatted(receiver.getAddress().getPort()))
            .post("/v1/accounting/endpoints")
            .then()
            .statusCode(201)
            .body("secret", startsWith("whsec_"))
            .extract()
            .jsonPath();
  }

  @AfterEach
  void who_wants_no_more() {
    String path = "/v1/accounting/endpoints/" + endpoint.getString("id");
    as("admin").header("If-Match", etag(path)).delete(path).then().statusCode(204);
    receiver.stop(0);
    threads.shutdownNow();
  }

  private void receive(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            exchange.getRequestURI().getPath(),
            headers.getFirst("webhook-id"),
            headers.getFirst("webhook-timestamp"),
            headers.getFirst("webhook-signature"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    arrivals.release();
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  /** Pushes until the document has been tried so often. */
  private Map<String, Object> delivery(String number, int attempts) {
    Map<String, Object> found = Map.of();
    for (int i = 0; i < 200; i++) {
      pushing.push();
      found =
          deliveries("/v1/accounting/endpoints/" + endpoint.getString("id"), "", number).stream()
              .findFirst()
              .orElse(Map.of());
      if (!found.isEmpty() && ((List<?>) found.get("attempts")).size() >= attempts) {
        return found;
      }
      due(number);
    }
    throw new AssertionError("Not tried: " + found);
  }

  /** As if the time of its next attempt had come. */
  private void due(String number) {
    database
        .sql("update webhook_delivery set next_at = now() where number = :n and state = 'PENDING'")
        .bind("n", number)
        .update();
  }

  private List<Received> of(String number) {
    return received.stream().filter(each -> each.body().contains(number)).toList();
  }

  @Test
  void a_document_arrives_signed_and_is_exported() {
    String number = books.invoice(books.client("Pushed"), 0);
    Map<String, Object> delivery = delivery(number, 1);
    assertThat(delivery).containsEntry("state", "DELIVERED").containsEntry("event", "INVOICE");
    Received message = of(number).get(0);
    assertThat(message.id()).isEqualTo(delivery.get("webhookId"));
    assertThat(message.signature())
        .isEqualTo(
            Signature.of(
                endpoint.getString("secret"),
                message.id(),
                Long.parseLong(message.timestamp()),
                message.body()));
    JsonPath body = JsonPath.from(message.body());
    assertThat(body.getString("type")).isEqualTo("INVOICE");
    assertThat(body.getString("data.number")).isEqualTo(number);
    assertThat(books.state(number)).isEqualTo("EXPORTED");
  }

  @Test
  void what_is_refused_is_tried_again_under_the_same_id_and_given_up_in_the_end() {
    answer = 500;
    String number = books.invoice(books.client("Refused"), 0);
    Map<String, Object> delivery = delivery(number, 10);
    assertThat(delivery).containsEntry("state", "DEAD");
    assertThat(of(number)).hasSize(10);
    assertThat(of(number).stream().map(Received::id).distinct()).hasSize(1);
    assertThat(of(number).stream().map(Received::body).distinct()).hasSize(1);
    assertThat(books.state(number)).isEqualTo("READY");
    answer = 200;
    json("accounting", "{}")
        .post("/v1/accounting/deliveries/" + delivery.get("id") + "/redelivery")
        .then()
        .statusCode(201)
        .body("state", equalTo("PENDING"));
    assertThat(delivery(number, 11)).containsEntry("state", "DELIVERED");
  }

  @Test
  void a_redirect_is_not_followed() {
    answer = 302;
    String number = books.invoice(books.client("Redirected"), 0);
    Map<String, Object> delivery = delivery(number, 1);
    assertThat(delivery.get("attempts").toString()).contains("302").contains("redirect");
    assertThat(of(number)).isNotEmpty().allMatch(message -> message.path().equals("/hook"));
  }

  @Test
  void a_receiver_that_answers_410_gets_no_more() {
    // Not at once: a document of another test could be the first to hear it, and ours never go out.
    answer = 503;
    Client client = books.client("Gone");
    String number = books.invoice(client, 0);
    assertThat(delivery(number, 1)).containsEntry("state", "PENDING");
    answer = 410;
    due(number);
    assertThat(delivery(number, 2)).containsEntry("state", "DEAD");
    as("accounting")
        .get("/v1/accounting/endpoints/" + endpoint.getString("id"))
        .then()
        .body("state", equalTo("DISABLED"))
        .body("secret", nullValue());
    String next = books.invoice(client, 1);
    pushing.push();
    assertThat(of(next)).isEmpty();
  }

  @Test
  void after_a_rotation_messages_are_signed_by_both_secrets() {
    String rotated =
        json("admin", "{}")
            .post("/v1/accounting/endpoints/" + endpoint.getString("id") + "/rotation")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("secret");
    String number = books.invoice(books.client("Rotated"), 0);
    delivery(number, 1);
    Received message = of(number).get(0);
    long at = Long.parseLong(message.timestamp());
    assertThat(message.signature().split(" "))
        .containsExactly(
            Signature.of(rotated, message.id(), at, message.body()),
            Signature.of(endpoint.getString("secret"), message.id(), at, message.body()));
  }

  /** An endpoint that is pushed to once a year, with a document that waits for it. */
  private String nightly(String number) {
    JsonPath nightly =
        json(
                "admin",
                """
                {"url":"http://127.0.0.1:%d/nightly","cron":"0 3 1 1 *","zone":"Europe/Oslo"}"""
                    .formatted(receiver.getAddress().getPort()))
            .post("/v1/accounting/endpoints")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    String path = "/v1/accounting/endpoints/" + nightly.getString("id");
    hasNotBeenTried(path, number);
    return path;
  }

  private static void hasNotBeenTried(String endpoint, String number) {
    assertThat(deliveries(endpoint, "&state=PENDING", number))
        .singleElement()
        .satisfies(delivery -> assertThat((List<?>) delivery.get("attempts")).isEmpty());
  }

  private static List<Map<String, Object>> deliveries(
      String endpoint, String filter, String number) {
    return Api.all("accounting", endpoint + "/deliveries?limit=500" + filter).stream()
        .filter(delivery -> number.equals(delivery.get("document")))
        .toList();
  }

  private static void remove(String path) {
    as("admin").header("If-Match", etag(path)).delete(path).then().statusCode(204);
  }

  @Test
  void what_waits_for_its_hour_is_not_sent_before() {
    answer = 500;
    String number = books.invoice(books.client("Nightly"), 0);
    String path = nightly(number);
    pushing.push();
    hasNotBeenTried(path, number);
    remove(path);
  }

  @Test
  void what_one_copy_has_in_hand_no_other_takes_until_it_is_given_up_for_dead() {
    answer = 500;
    String number = books.invoice(books.client("Copies"), 0);
    String path = nightly(number);
    // Long after all that is due, so that no schedule has a hand in it.
    Instant then = Instant.now().plus(Duration.ofDays(800));
    Instant until = then.plusSeconds(60);
    assertThat(taken(then, until)).contains(number);
    assertThat(taken(then.plusSeconds(59), until)).doesNotContain(number);
    assertThat(taken(then.plusSeconds(61), until.plusSeconds(60))).contains(number);
    remove(path);
  }

  @Test
  void a_copy_that_dies_while_it_pushes_leaves_it_to_another_under_the_same_id() throws Exception {
    held = new CountDownLatch(1);
    String number = books.invoice(books.client("Killed"), 0);
    Future<?> dying = threads.submit(pushing::push);
    awaitArrivals(number, 1);
    // Nobody has heard of it since.
    database
        .sql(
            """
            update webhook_delivery set taken_until = now() - interval '1 minute', next_at = now()
            where number = :n""")
        .bind("n", number)
        .update();
    Future<?> next = threads.submit(pushing::push);
    awaitArrivals(number, 2);
    held.countDown();
    dying.get();
    next.get();
    assertThat(delivery(number, 2)).containsEntry("state", "DELIVERED");
    assertThat(of(number)).hasSizeGreaterThan(1);
    assertThat(of(number).stream().map(Received::id).distinct()).hasSize(1);
    assertThat(of(number).stream().map(Received::body).distinct()).hasSize(1);
    List<String> exported =
        as("accounting")
            .get("/v1/accounting/documents/" + number + "/history")
            .jsonPath()
            .getList("items.findAll { it.action == 'document.exported' }.action");
    assertThat(exported).hasSize(1);
  }

  private void awaitArrivals(String number, int count) throws InterruptedException {
    while (of(number).size() < count) {
      arrivals.acquire();
    }
  }

  @Test
  void who_was_thought_dead_and_fails_late_undoes_nothing() {
    String number = books.invoice(books.client("Late"), 0);
    Map<String, Object> delivered = delivery(number, 1);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                deliveries.record(
                    deliveries.get((String) delivered.get("id")),
                    new DeliveryView.Attempt(Instant.now(), null, "It did not answer in time.", 9),
                    DeliveryState.DEAD,
                    null));
    assertThat(delivery(number, 2)).containsEntry("state", "DELIVERED");
  }

  @Test
  void what_becomes_known_of_a_delivery_after_its_endpoint_was_removed_is_forgotten() {
    // The other endpoint takes it not: what has arrived anywhere is not sent to one added later.
    answer = 500;
    String number = books.invoice(books.client("Removed"), 0);
    String path = nightly(number);
    String id = (String) deliveries(path, "", number).get(0).get("id");
    Deliveries.Row delivery = deliveries.get(id);
    remove(path);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                deliveries.record(
                    delivery,
                    new DeliveryView.Attempt(Instant.now(), 204, null, 9),
                    DeliveryState.DELIVERED,
                    null));
    assertThat(
            database
                .sql("select id from webhook_attempt where delivery_id = :id")
                .bind("id", delivery.id())
                .exists())
        .isFalse();
  }

  private List<String> taken(Instant now, Instant until) {
    return QuarkusTransaction.requiringNew()
        .call(() -> deliveries.take(now, until, 500).stream().map(Deliveries.Row::number).toList());
  }

  @Test
  void an_endpoint_that_makes_no_sense() {
    for (String body :
        List.of("{\"url\":\"ftp://127.0.0.1/\"}", "{\"url\":\"https://user@127.0.0.1/\"}")) {
      json("admin", body).post("/v1/accounting/endpoints").then().statusCode(422);
    }
    for (String body :
        List.of(
            "{}",
            "{\"url\":\"http://127.0.0.1/\",\"cron\":\"every morning\"}",
            "{\"url\":\"http://127.0.0.1/\",\"cron\":\"0 3 31 2 *\"}",
            "{\"url\":\"http://127.0.0.1/\",\"zone\":\"Mars/Olympus\"}",
            "{\"url\":\"http://127.0.0.1/\",\"events\":[]}",
            "{\"url\":\"http://127.0.0.1/\",\"events\":[\"PAYMENT\"]}",
            "{\"url\":\"not an address\"}")) {
      json("admin", body).post("/v1/accounting/endpoints").then().statusCode(400);
    }
  }
}
