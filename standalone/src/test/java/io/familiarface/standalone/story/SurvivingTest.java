package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Answer;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.Trouble;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
  private static final int CUSTOMERS = 60;
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
  void a_service_killed_in_the_middle_of_work_loses_nothing_and_doubles_nothing() throws Exception {
    var work = CompletableFuture.runAsync(() -> add("K", CUSTOMERS));
    system.kill(Service.CUSTOMERS);
    system.kill(Service.JOBS);
    system.kill(Service.FEEDBACK);
    work.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    system.settle();

    assertThat(customers("K")).hasSize(CUSTOMERS);
    assertThat(namesTheFeedTells("K")).containsExactlyInAnyOrderElementsOf(names("K"));
  }

  @Test
  void after_a_stop_and_a_start_everything_is_there_and_is_not_told_twice() {
    add("R", 3);
    system.settle();

    system.restart();
    system.settle();

    assertThat(customers("R")).hasSize(3);
    assertThat(namesTheFeedTells("R")).hasSize(3);
    add("R", 4);
    assertThat(customers("R")).hasSize(4);
  }

  /** As a careful client does it: with a key, and again until there is an answer. */
  private void add(String prefix, int many) {
    for (int number = 1; number <= many; number++) {
      String externalId = prefix + "%04d".formatted(number);
      JsonNode body =
          Json.of("externalId", externalId, "kind", "HOUSEHOLD", "name", "Customer " + externalId);
      Answer answer = untilAnswered(externalId, body);
      boolean thereFromTheLastTime = answer.status() == 409;
      assertThat(answer.isGood() || thereFromTheLastTime).as(answer.toString()).isTrue();
    }
  }

  private Answer untilAnswered(String key, JsonNode body) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Answer> answer = tryOnce(key, body);
      if (answer.isPresent()) {
        return answer.get();
      }
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
    return Json.list(office().get("/v1/customers?limit=500").json().path("items")).stream()
        .filter(each -> each.path("externalId").asText().startsWith(prefix))
        .toList();
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

  private static List<String> names(String prefix) {
    return IntStream.rangeClosed(1, CUSTOMERS)
        .mapToObj(number -> prefix + "%04d".formatted(number))
        .toList();
  }

  private ServiceClient office() {
    return system.as("manager", Service.CUSTOMERS);
  }
}
