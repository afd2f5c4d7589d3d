package io.familiarface.customers.privacy;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.database.Database;
import io.familiarface.rest.privacy.PersonalRecords;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.MonthlyProgram;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A person asks to be forgotten. */
@ServiceTest
class ErasureTest {
  @Inject SimulatedFeeds told;
  @Inject Database database;
  @Inject PersonalRecords records;

  @Test
  void nothing_of_the_person_is_left_and_the_others_are_told() {
    UUID id = newCustomer("Zebulon Quixwort");
    String customer = "/v1/customers/" + id;
    json(Role.CSR, "{\"category\":\"CARE\",\"text\":\"A dog called Xerxes.\"}")
        .post(customer + "/traits")
        .then()
        .statusCode(201);
    UUID alan = UUID.randomUUID();
    MonthlyProgram.starts(told::tell, id, alan, Instant.parse("2025-01-06T14:00:00Z")).month(alan);
    assertThat(words("quixwort")).isEqualTo(1);

    String erasure = erase(customer, "asked for it").extract().header("Location");

    as(Role.ADMIN).get(customer).then().statusCode(404).body("type", endsWith("no-such-customer"));
    as(Role.CSR).get("/v1/customers?q=quixwort").then().body("items", hasSize(0));
    assertThat(words("quixwort")).isZero();
    assertThat(held(id)).doesNotContain("Zebulon", "Xerxes", "visit_copy");
    as(Role.ADMIN)
        .get("/v1/audit?person=" + id)
        .then()
        .body("items.action", hasItem("trait.added"))
        .body("items.findAll { it.action != 'customer.erased' }.after", everyItem(nullValue()));
    assertThat(PublishedEvents.of("customers").when(id, ErasureTest::isForgotten))
        .as("the feed says that they are to be forgotten, and nothing else of them")
        .singleElement()
        .satisfies(event -> assertThat(event.get("data")).isNull());
    as(Role.ADMIN)
        .get(path(erasure))
        .then()
        .statusCode(200)
        .body("customerId", equalTo(id.toString()))
        .body("reason", equalTo("asked for it"))
        .body("services.customers", equalTo("DONE"));
  }

  @Test
  void what_was_answered_about_them_is_not_answered_again() {
    String added = newKey("K");
    UUID id =
        send(added, "/v1/customers", "{\"kind\":\"HOUSEHOLD\",\"name\":\"Ottoline Quill\"}")
            .statusCode(201)
            .extract()
            .jsonPath()
            .getUUID("id");
    String trait = newKey("K");
    String traits = "/v1/customers/" + id + "/traits";
    String words = "{\"category\":\"CARE\",\"text\":\"A parrot called Xanthippe.\"}";
    send(trait, traits, words).statusCode(201);
    String other = newKey("K");
    send(other, "/v1/customers", "{\"kind\":\"HOUSEHOLD\",\"name\":\"Somebody Else\"}");

    erase("/v1/customers/" + id, "law");

    send(added, "/v1/customers", "{\"kind\":\"HOUSEHOLD\",\"name\":\"Ottoline Quill\"}")
        .statusCode(410)
        .body("type", endsWith("gone"));
    send(trait, traits, words).statusCode(410);
    send(trait, traits, "{\"category\":\"CARE\",\"text\":\"A cat.\"}").statusCode(422);
    send(other, "/v1/customers", "{\"kind\":\"HOUSEHOLD\",\"name\":\"Somebody Else\"}")
        .statusCode(201)
        .header("Idempotency-Replayed", "true");
    assertThat(answers("Ottoline")).isZero();
    assertThat(answers("Xanthippe")).isZero();
    assertThat(answers(id.toString())).isZero();
  }

  @Test
  void it_is_done_when_each_service_says_so_and_stays_done() {
    UUID id = newCustomer("Grace");
    String erasure = path(erase("/v1/customers/" + id, "law").extract().header("Location"));
    try (var services = new StubbedServices()) {
      services.says(
          "jobs", "erasure", "{\"state\":\"DONE\",\"erasedAt\":\"2026-01-06T09:00:00Z\"}");
      services.says("feedback", "erasure", "{\"state\":\"PENDING\",\"erasedAt\":null}");
      as(Role.ADMIN)
          .get(erasure)
          .then()
          .body("state", equalTo("PENDING"))
          .body("services.jobs", equalTo("DONE"))
          .body("services.feedback", equalTo("PENDING"));
      services.says(
          "feedback", "erasure", "{\"state\":\"DONE\",\"erasedAt\":\"2026-01-06T09:00:00Z\"}");
      as(Role.ADMIN).get(erasure).then().body("state", equalTo("DONE"));
    }
    as(Role.ADMIN).get(erasure).then().body("state", equalTo("DONE"));
    as(Role.ADMIN)
        .get("/v1/erasures?customerId=" + id)
        .then()
        .statusCode(200)
        .body("items.state", contains("DONE"));
  }

  @Test
  void asked_for_again_it_is_the_same_erasure() {
    String customer = "/v1/customers/" + newCustomer("Grace");
    String first = erase(customer, "law").extract().header("Location");
    assertThat(erase(customer, "again").extract().header("Location")).isEqualTo(first);
  }

  @Test
  void asked_for_twice_at_the_same_moment_it_is_one_erasure() throws Exception {
    UUID id = newCustomer("Grace");
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Response> asking =
        () -> {
          together.await();
          return as(Role.ADMIN).delete("/v1/customers/" + id + "?reason=law");
        };
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Set<String> locations = new HashSet<>();
      for (Future<Response> answer : both.invokeAll(List.of(asking, asking))) {
        locations.add(answer.get().then().statusCode(202).extract().header("Location"));
      }
      assertThat(locations).hasSize(1);
    } finally {
      both.shutdownNow();
    }
    as(Role.ADMIN).get("/v1/erasures?customerId=" + id).then().body("items", hasSize(1));
    as(Role.ADMIN)
        .get("/v1/audit?action=customer.erased&person=" + id)
        .then()
        .body("items", hasSize(1));
    assertThat(PublishedEvents.of("customers").when(id, ErasureTest::isForgotten)).hasSize(1);
  }

  @Test
  void whoever_was_merged_into_them_is_forgotten_too() {
    UUID twin = newCustomer("Twin");
    UUID id = newCustomer("Grace");
    json(Role.MANAGER, "{\"from\":\"%s\"}".formatted(twin))
        .post("/v1/customers/" + id + "/merge")
        .then()
        .statusCode(200);
    erase("/v1/customers/" + id, "law");
    as(Role.ADMIN).get("/v1/customers/" + twin).then().statusCode(404);
    assertThat(held(twin)).doesNotContain("Twin");
    assertThat(PublishedEvents.of("customers").when(twin, ErasureTest::isForgotten)).hasSize(1);
  }

  @Test
  void a_word_that_somebody_else_is_found_by_stays() {
    newCustomer("Wobbegong Supplies");
    UUID id = newCustomer("Wobbegong Snorkels");
    erase("/v1/customers/" + id, "law");
    assertThat(words("wobbegong")).isEqualTo(1);
    assertThat(words("snorkels")).isZero();
  }

  @Test
  void what_cannot_be_done_changes_nothing() {
    UUID id = newCustomer("Grace");
    String customer = "/v1/customers/" + id;
    as(Role.ADMIN).header("If-Match", "\"99\"").delete(customer).then().statusCode(412);
    as(Role.ADMIN).delete(customer + "?reason=" + "x".repeat(1001)).then().statusCode(400);
    as(Role.MANAGER).delete(customer).then().statusCode(403);
    String key = newKey("E");
    as(Role.ADMIN)
        .delete("/v1/customers/" + newCustomer("Other") + "?externalId=" + key)
        .then()
        .statusCode(202);
    as(Role.ADMIN)
        .delete(customer + "?externalId=" + key)
        .then()
        .statusCode(409)
        .body("type", endsWith("external-id-taken"));
    as(Role.ADMIN).get(customer).then().statusCode(200);
    as(Role.ADMIN)
        .get("/v1/erasures/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .body("type", endsWith("no-such-erasure"));
    as(Role.ADMIN).delete("/v1/customers/" + UUID.randomUUID()).then().statusCode(404);
  }

  private static boolean isForgotten(List<Map<String, Object>> events) {
    return events.stream().anyMatch(event -> "DELETE".equals(event.get("method")));
  }

  private static ValidatableResponse erase(String customer, String reason) {
    return as(Role.ADMIN)
        .delete(customer + "?reason=" + reason.replace(" ", "%20"))
        .then()
        .statusCode(202)
        .body("services.customers", equalTo("DONE"));
  }

  private static ValidatableResponse send(String key, String path, String body) {
    return json(Role.CSR, body).header("Idempotency-Key", key).post(path).then();
  }

  private int answers(String word) {
    return database
        .sql(
            """
            select count(*) from idempotency_key
            where body like '%' || :word || '%' or location like '%' || :word || '%'
            """)
        .bind("word", word)
        .one(Integer.class);
  }

  private static String path(String location) {
    return location.substring(location.indexOf("/v1/"));
  }

  private String held(UUID id) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              var out = new ByteArrayOutputStream();
              records.write(id, out);
              return out.toString(StandardCharsets.UTF_8);
            });
  }

  private int words(String word) {
    return database
        .sql("select count(*) from search_word where word = :word")
        .bind("word", word)
        .one(Integer.class);
  }
}
