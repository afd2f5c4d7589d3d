package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Answer;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whatever is ended at whatever moment: nothing is lost, and nothing is there twice. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SurvivingTest {
  private static final int FEW = 20;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private RunningSystem system;

  @BeforeAll
  void the_company_opens() {
    system = RunningSystem.startEmpty();
  }

  @AfterAll
  void the_company_closes() {
    if (system != null) {
      system.close();
    }
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
    assertThat(externalIdsOf(customers("K")))
        .containsExactlyInAnyOrderElementsOf(names("K", added));
    assertThat(namesTheFeedTells("K")).containsExactlyInAnyOrderElementsOf(names("K", added));
  }

  @Test
  void after_a_stop_and_a_start_everything_is_there_and_is_not_told_twice() {
    addFirst(3, "R");
    system.settle();

    system.restart();
    system.settle();

    assertThat(customers("R")).hasSize(3);
    assertThat(namesTheFeedTells("R")).hasSize(3);
    addFirst(4, "R");
    assertThat(customers("R")).hasSize(4);
  }

  private int addUntil(AtomicBoolean enough) {
    int added = 0;
    while (!enough.get()) {
      add("K%04d".formatted(++added));
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
    Answer answer = untilAnswered(externalId, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  private Answer untilAnswered(String key, JsonNode body) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Answer> answer = tryOnce(key, body);
      if (answer.isPresent()) {
        return answer.get();
      }
      RunningSystem.pause();
    }
    throw new AssertionError("no answer for " + key);
  }

  private Optional<Answer> tryOnce(String key, JsonNode body) {
    try {
      Answer answer =
          office()
              .send(
                  "POST",
                  "/v1/customers",
                  body.toString(),
                  Map.of("Content-Type", "application/json", "Idempotency-Key", key));
      return answer.status() >= 500 ? Optional.empty() : Optional.of(answer);
    } catch (Trouble nobodyAnswers) {
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
