package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Polling;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.ServiceResponse;
import io.familiarface.standalone.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is ended at whatever moment: nothing is lost, and nothing is there twice. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedSystem.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashRecoveryTest {
  private static final String KILLED = "KILLED-";
  private static final String RESTARTED = "RESTARTED-";
  private static final int FEW = 20;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private RunningSystem system;

  @BeforeAll
  void the_company_opens(RunningSystem running) {
    system = running;
  }

  @Test
  void services_killed_in_the_middle_of_work_lose_nothing_and_double_nothing() throws Exception {
    var enough = new AtomicBoolean();
    var work = CompletableFuture.supplyAsync(() -> addUntil(enough));
    system.kill(Service.CUSTOMERS);
    system.kill(Service.JOBS);
    system.kill(Service.FEEDBACK);
    system.kill(Service.CUSTOMERS);
    enough.set(true);
    int added = work.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    system.settle();

    assertThat(added).isGreaterThan(FEW);
    assertThat(externalIdsOf(customers(KILLED)))
        .containsExactlyInAnyOrderElementsOf(names(KILLED, added));
    assertThat(namesTheFeedTells(KILLED)).containsExactlyInAnyOrderElementsOf(names(KILLED, added));
  }

  @Test
  void after_a_stop_and_a_start_everything_is_there_and_is_not_told_twice() {
    addFirst(3, RESTARTED);
    system.settle();

    system.restart();
    system.settle();

    assertThat(customers(RESTARTED)).hasSize(3);
    assertThat(namesTheFeedTells(RESTARTED)).hasSize(3);
    addFirst(4, RESTARTED);
    assertThat(customers(RESTARTED)).hasSize(4);
  }

  @Test
  void documents_pushed_while_the_service_is_killed_are_booked_once_each() throws Exception {
    try (var receiver = new WebhookReceiver()) {
      JsonNode endpoint =
          Json.of("url", receiver.url(), "events", List.of("INVOICE", "CREDIT_MEMO"));
      ServiceResponse added =
          jobs("admin").post("/v1/accounting/endpoints", "application/json", endpoint.toString());
      assertThat(added.status()).as(added.toString()).isEqualTo(201);
      List<String> agreements = invoiced(FEW);

      assertThat(Polling.until(LONGEST, () -> !receiver.books().isEmpty())).isTrue();
      system.kill(Service.JOBS);
      assertThat(Polling.until(LONGEST, () -> receiver.books().size() > 2)).isTrue();
      system.kill(Service.JOBS);

      Set<String> issued = new HashSet<>();
      for (String agreement : agreements) {
        issued.addAll(
            Json.texts(
                jobs("accounting")
                    .get("/v1/accounting/documents?customerId=" + agreement)
                    .json()
                    .path("items"),
                "number"));
      }
      assertThat(issued).hasSize(FEW);
      assertThat(Polling.until(LONGEST, () -> receiver.books().keySet().containsAll(issued)))
          .as("all were pushed in the end")
          .isTrue();
      assertThat(receiver.books().values())
          .as("each under one webhook-id, however often it came")
          .allSatisfy(ids -> assertThat(ids).hasSize(1));
      assertThat(receiver.requests()).isGreaterThanOrEqualTo(issued.size());
      remove(added.header("Location").orElseThrow());
    }
  }

  private void remove(String endpoint) {
    String etag = jobs("admin").get(endpoint).header("ETag").orElseThrow();
    assertThat(jobs("admin").send("DELETE", endpoint, null, Map.of("If-Match", etag)).status())
        .isEqualTo(204);
  }

  /** Customers of whom each gets an invoice for a visit; their ids. */
  private List<String> invoiced(int many) {
    var office = new Office(system, "PUSHED");
    Technician ben = office.hires("Ben", LocalDate.now().minusYears(1));
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Instant at = Instant.now().minus(Duration.ofDays(40)).truncatedTo(ChronoUnit.MINUTES);
      Customer customer = office.meets("PUSHED-" + i, "HOUSEHOLD", "Pushed " + i, at);
      Agreement agreement = office.signs(customer, ben, LocalDate.ofInstant(at, ZoneOffset.UTC));
      office.visited(agreement, at.plus(Duration.ofDays(i + 1)));
      customers.add(customer.id().toString());
    }
    return customers;
  }

  private ServiceClient jobs(String role) {
    return system.as(role, Service.JOBS);
  }

  private int addUntil(AtomicBoolean enough) {
    int added = 0;
    while (!enough.get()) {
      add(KILLED + "%04d".formatted(++added));
    }
    return added;
  }

  private void addFirst(int many, String prefix) {
    names(prefix, many).forEach(this::add);
  }

  /** As a careful client does it: with a key, and again until there is an answer. */
  private void add(String externalId) {
    JsonNode body =
        Json.of("externalId", externalId, "kind", "HOUSEHOLD", "name", "Customer " + externalId);
    ServiceResponse answer = untilAnswered(externalId, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  private ServiceResponse untilAnswered(String key, JsonNode body) {
    var answer = new AtomicReference<Optional<ServiceResponse>>();
    Polling.until(
        LONGEST,
        () -> {
          answer.set(tryOnce(key, body));
          return answer.get().isPresent();
        });
    return answer.get().orElseThrow(() -> new AssertionError("no answer for " + key));
  }

  private Optional<ServiceResponse> tryOnce(String key, JsonNode body) {
    try {
      ServiceResponse answer =
          office()
              .send(
                  "POST",
                  "/v1/customers",
                  body.toString(),
                  Map.of("Content-Type", "application/json", "Idempotency-Key", key));
      return answer.status() >= 500 ? Optional.empty() : Optional.of(answer);
    } catch (UserError nobodyAnswers) {
      return Optional.empty();
    }
  }

  private List<JsonNode> customers(String prefix) {
    var found = new ArrayList<JsonNode>();
    String cursor = "";
    while (true) {
      JsonNode page = office().get("/v1/customers?limit=500" + cursor).json();
      page.path("items").forEach(found::add);
      if (!page.hasNonNull("nextCursor")) {
        found.removeIf(each -> !each.path("externalId").asText().startsWith(prefix));
        return found;
      }
      cursor = "&cursor=" + page.path("nextCursor").asText();
    }
  }

  private Set<String> namesTheFeedTells(String prefix) {
    var names = new HashSet<String>();
    String last = "";
    while (true) {
      List<JsonNode> events =
          Json.list(
              system
                  .as("service", Service.CUSTOMERS)
                  .get("/v1/feeds/customers?timeout=0&limit=100" + last)
                  .json());
      if (events.isEmpty()) {
        return names;
      }
      for (JsonNode event : events) {
        String externalId = event.path("data").path("externalId").asText();
        if (externalId.startsWith(prefix)) {
          assertThat(names.add(externalId)).as(externalId + " is told twice").isTrue();
        }
        last = "&lastEventId=" + event.path("id").asText();
      }
    }
  }

  private static List<String> names(String prefix, int many) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(number -> prefix + "%04d".formatted(number))
        .toList();
  }

  private static List<String> externalIdsOf(List<JsonNode> customers) {
    return customers.stream().map(each -> each.path("externalId").asText()).toList();
  }

  private ServiceClient office() {
    return system.as("manager", Service.CUSTOMERS);
  }
}
