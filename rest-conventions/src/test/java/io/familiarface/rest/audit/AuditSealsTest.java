package io.familiarface.rest.audit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.Ids;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.familiarface.rest.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who can write to the database changes what the audit trail says. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class AuditSealsTest {
  @Inject AuditTrail audit;
  @Inject AuditSeals seals;
  @Inject Database database;

  private final UUID person = Ids.next();
  private final UUID trait = Ids.next();

  @BeforeEach
  void something_is_written_and_sealed() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              audit.changed("trait.added", "trait", trait, person, null, Map.of("text", "A dog."));
              audit.changed("trait.removed", "trait", trait, person, Map.of("text", "é\n"), null);
            });
    audit.read(person, "card");
    sealed();
  }

  @Test
  void what_nobody_touched_is_intact() {
    verified("")
        .body("state", equalTo("INTACT"))
        .body("broken", hasSize(0))
        .body("entries", greaterThan(2))
        .body("sealedUntil", notNullValue());
  }

  @Test
  void a_state_that_was_changed_is_found_and_the_entry_named() {
    UUID entry = entry("trait.added");
    change("update audit_entry set after = '{\"text\":\"A cat.\"}' where id = :id", entry);
    verified("")
        .body("state", equalTo("BROKEN"))
        .body("broken.entryIds.flatten()", contains(entry.toString()))
        .body(
            "broken[0].text",
            equalTo("What 1 of the entries say of before and after was changed."));
    change("update audit_entry set after = '{\"text\":\"A dog.\"}' where id = :id", entry);
    verified("").body("state", equalTo("INTACT"));
  }

  @Test
  void a_state_that_was_changed_with_its_proof_is_found_by_the_seal() {
    UUID entry = entry("trait.added");
    String states = "update audit_entry set after = '{\"text\":\"%s\"}' where id = :id";
    String proof =
        "update audit_entry set digest = audit_states_digest(salt, before, after) where id = :id";
    change(states.formatted("A cat."), entry);
    change(proof, entry);
    verified("")
        .body("state", equalTo("BROKEN"))
        .body("broken[0].text", startsWith("An entry, this seal or the one before it"));
    change(states.formatted("A dog."), entry);
    change(proof, entry);
    verified("").body("state", equalTo("INTACT"));
  }

  @Test
  void who_did_it_cannot_be_somebody_else_afterwards() {
    UUID entry = entry("read");
    change("update audit_entry set actor = 'somebody else' where id = :id", entry);
    verified("").body("state", equalTo("BROKEN")).body("broken", hasSize(1));
    change("update audit_entry set actor = 'system' where id = :id", entry);
    verified("").body("state", equalTo("INTACT"));
  }

  @Test
  void an_entry_that_is_gone_is_missed() {
    UUID entry = entry("read");
    change("update audit_entry set at = at + interval '50 years' where id = :id", entry);
    verified("")
        .body("state", equalTo("BROKEN"))
        .body("broken[0].text", containsString("entries were sealed here, and there are"));
    change("update audit_entry set at = at - interval '50 years' where id = :id", entry);
    verified("").body("state", equalTo("INTACT"));
  }

  @Test
  void a_seal_that_was_changed_breaks_the_chain() {
    String before = verified("").extract().path("head");
    // By its number: another may be added meanwhile.
    String hash =
        "update audit_seal set hash = %s where number = "
            + before.substring(0, before.indexOf('-'));
    QuarkusTransaction.requiringNew().run(() -> database.sql(hash.formatted("'\\x00'")).update());
    verified("").body("state", equalTo("BROKEN"));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .sql(hash.formatted("decode(:hash, 'hex')"))
                    .bind("hash", before.substring(before.indexOf('-') + 1))
                    .update());
    verified("").body("state", equalTo("INTACT"));
  }

  @Test
  void whoever_made_the_whole_chain_anew_is_found_by_a_head_that_was_noted() {
    String head = verified("").extract().path("head");
    audit.read(person, "card");
    sealed();
    verified("?head=" + head).body("state", equalTo("INTACT"));
    verified("?head=1-" + "0".repeat(64))
        .body("state", equalTo("BROKEN"))
        .body("broken[0].text", equalTo("The seal that was noted is not there any more."));
  }

  @Test
  void once_a_person_is_erased_the_chain_still_holds() {
    RoundTrip trip = database.roundTrip().bind("persons", List.of(person));
    AuditTrail.erase(trip);
    QuarkusTransaction.requiringNew().run(trip::send);
    verified("").body("state", equalTo("INTACT"));
    verified("?from=2020-01-01").body("state", equalTo("INTACT"));
  }

  @Test
  void what_cannot_be_meant_is_refused() {
    asked("?head=17").statusCode(400).body("violations[0].pointer", equalTo("?head"));
    asked("?from=yesterday").statusCode(400);
    asked("?person=somebody").statusCode(400);
  }

  /** As long as any transaction is open that began before, they wait. */
  private void sealed() {
    while (seals.seal(0) > 0 || waiting() > 0) {
      // There may be more.
    }
  }

  private int waiting() {
    return database
        .sql(
            """
            select count(*)::int from audit_entry e,
              (select until_at, until_id from audit_seal order by number desc limit 1) s
            where e.person_id = :person and (e.at, e.id) > (s.until_at, s.until_id)
            """)
        .bind("person", person)
        .one(Integer.class);
  }

  private UUID entry(String action) {
    return database
        .sql("select id from audit_entry where person_id = :person and action = :action")
        .bind("person", person)
        .bind("action", action)
        .one(UUID.class);
  }

  private void change(String sql, UUID entry) {
    QuarkusTransaction.requiringNew().run(() -> database.sql(sql).bind("id", entry).update());
  }

  private static ValidatableResponse verified(String query) {
    return asked(query).statusCode(200);
  }

  private static ValidatableResponse asked(String query) {
    return RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + Tokens.as("admin"))
        .get("/v1/audit/verification" + query)
        .then();
  }
}
