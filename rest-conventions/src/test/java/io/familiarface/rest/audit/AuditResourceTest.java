package io.familiarface.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.Ids;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.familiarface.rest.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class AuditResourceTest {
  @Inject AuditTrail audit;
  @Inject Database database;

  private final UUID person = Ids.next();

  @Test
  void an_admin_reads_what_was_done_to_a_person_and_who_looked_newest_first() {
    changed("trait.added", null, Map.of("text", "A dog."));
    changed("trait.changed", Map.of("text", "A dog."), Map.of("text", "Two dogs."));
    audit.read(person, "card");

    JsonPath found = list("?person=" + person);
    assertThat(found.getList("items.action"))
        .containsExactly("read", "trait.changed", "trait.added");
    assertThat(found.getString("items[0].entityType")).isEqualTo("card");
    assertThat(found.getString("items[1].before.text")).isEqualTo("A dog.");
    assertThat(found.getString("items[1].after.text")).isEqualTo("Two dogs.");
    assertThat(found.<Object>get("items[2].before")).isNull();
    assertThat(found.getString("items[2].actor")).isEqualTo("system");
    assertThat(found.getString("items[2].personId")).isEqualTo(person.toString());
  }

  @Test
  void it_is_narrowed_to_an_action_an_actor_and_a_time() {
    changed("trait.added", null, Map.of("text", "A dog."));
    audit.read(person, "card");
    String of = "?person=" + person;
    assertThat(list(of + "&action=read").getList("items.action")).containsExactly("read");
    assertThat(list(of + "&actor=system").getList("items")).hasSize(2);
    assertThat(list(of + "&actor=somebody-else").getList("items")).isEmpty();
    Instant now = Instant.now();
    String before = now.minus(1, ChronoUnit.HOURS).toString();
    String after = now.plus(1, ChronoUnit.HOURS).toString();
    assertThat(list(of + "&from=" + before + "&to=" + after).getList("items")).hasSize(2);
    assertThat(list(of + "&to=" + before).getList("items")).isEmpty();
    assertThat(list(of + "&from=" + after).getList("items")).isEmpty();
  }

  @Test
  void page_after_page_shows_every_entry_once() {
    for (int i = 0; i < 5; i++) {
      changed("trait.added", null, Map.of("n", i));
    }
    List<Integer> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = list("?limit=2&person=" + person + cursor);
      seen.addAll(page.getList("items.after.n"));
      String next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    assertThat(seen).containsExactly(4, 3, 2, 1, 0);
  }

  @Test
  void what_cannot_be_meant_is_refused() {
    get("?person=Dorothy").statusCode(400);
    get("?from=yesterday").statusCode(400);
    get("?from=2026-02-01&to=2026-01-01").statusCode(400);
    get("?who=somebody").statusCode(400);
  }

  @Test
  void once_a_person_is_erased_it_says_who_did_what_and_no_more() {
    changed("trait.changed", Map.of("text", "A dog."), Map.of("text", "Two dogs."));
    RoundTrip trip = database.roundTrip().bind("persons", List.of(person));
    AuditTrail.erase(trip);
    QuarkusTransaction.requiringNew().run(trip::send);
    JsonPath found = list("?person=" + person);
    assertThat(found.getList("items.action")).containsExactly("trait.changed");
    assertThat(found.<Object>get("items[0].before")).isNull();
    assertThat(found.<Object>get("items[0].after")).isNull();
  }

  private void changed(String action, Object before, Object after) {
    QuarkusTransaction.requiringNew()
        .run(() -> audit.changed(action, "trait", Ids.next(), person, before, after));
  }

  private static JsonPath list(String query) {
    return get(query).statusCode(200).extract().jsonPath();
  }

  private static ValidatableResponse get(String query) {
    return RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + Tokens.as("admin"))
        .get("/v1/audit" + query)
        .then();
  }
}
