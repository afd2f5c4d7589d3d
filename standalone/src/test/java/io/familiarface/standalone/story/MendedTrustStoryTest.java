package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The fourth story: trust that was hurt is mended step by step, none of which can be skipped, and
 * what comes back weighs more than what came first.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedSystem.class)
@TestMethodOrder(OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MendedTrustStoryTest {
  private final Instant received =
      Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS);
  private RunningSystem system;
  private Office office;
  private Customer martha;
  private Agreement care;
  private String complaint;

  @BeforeAll
  void a_kitchen_is_remodelled(RunningSystem running) {
    system = running;
    office = new Office(system, "M");
    martha = office.meets("C0400", "HOUSEHOLD", "Martha Lind", received.minus(Duration.ofDays(90)));
    LocalDate begun = LocalDate.ofInstant(received.minus(Duration.ofDays(80)), ZoneOffset.UTC);
    Technician rosa = office.hires("Rosa Diaz", begun.minusYears(1));
    care = office.signs(martha, rosa, begun);
    for (int daysBefore : new int[] {75, 45, 15}) {
      office.visited(care, received.minus(Duration.ofDays(daysBefore)));
    }
    system.settle();
  }

  @Test
  @Order(1)
  void a_complaint_is_received_and_whoever_contacts_the_customer_sees_it() {
    JsonNode answer =
        step(
                "manager",
                "/v1/complaints",
                Json.of(
                    "customerId",
                    martha.id(),
                    "receivedAt",
                    received,
                    "severity",
                    "MEDIUM",
                    "words",
                    "Somebody of yours scratched my new floor and said nothing."))
            .json();
    complaint = answer.path("id").asText();
    assertThat(answer.path("state").asText()).isEqualTo("RECEIVED");
    assertThat(answer.path("next").path("step").asText()).isEqualTo("ASSESSMENT");
    system.settle();
    assertThat(office.card(martha).toString()).contains(complaint);
    assertThat(Json.texts(documents(), "state")).hasSize(3).containsOnly("HELD");
  }

  @Test
  @Order(2)
  void nobody_gets_to_the_money_without_finding_out_what_happened_and_owning_it() {
    ServiceResponse refused =
        send(
            "manager",
            steps("remedy"),
            Json.of("askedFor", "A new board.", "kind", "REDO", "at", after(1)));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("needs").toString()).isEqualTo("[\"ASSESSMENT\",\"APOLOGY\"]");
  }

  @Test
  @Order(3)
  void it_is_found_out_owned_agreed_and_done() {
    step(
        "manager",
        steps("assessment"),
        Json.of("cause", "DAMAGE", "fault", "OURS", "damage", "40 cm in the oak.", "at", after(1)));
    step(
        "manager",
        steps("apology"),
        Json.of(
            "by",
            "Pat",
            "words",
            "We did it, and we should have told you.",
            "promisedChange",
            "Whoever breaks something says so on the same day.",
            "at",
            after(2)));
    step(
        "manager",
        steps("remedy"),
        Json.of(
            "askedFor",
            "That the board is replaced by whom they choose.",
            "kind",
            "PAY_DAMAGE",
            "amount",
            Json.of("amount", "420.00", "currency", "USD"),
            "at",
            after(5)));
    JsonNode delivered = step("manager", steps("delivery"), Json.of("at", after(9))).json();
    assertThat(delivered.path("state").asText()).isEqualTo("REMEDIED");
    assertThat(delivered.path("next").path("step").asText()).isEqualTo("CHECK_IN");
  }

  @Test
  @Order(4)
  void what_was_agreed_is_taken_from_their_invoices_by_itself() {
    system.settle();
    JsonNode documents = documents();
    assertThat(Json.texts(documents, "kind")).containsOnly("INVOICE", "CREDIT_MEMO").hasSize(6);
    for (JsonNode document : documents) {
      assertThat(document.path("owed").path("amount").asDouble()).as("%s", document).isZero();
    }
  }

  @Test
  @Order(5)
  void they_are_asked_weeks_later_and_the_case_ends_by_their_own_word() {
    double before = probability(after(20).minusSeconds(1));
    step(
        "manager",
        steps("check-ins"),
        Json.of("mood", "CALM", "trust", 4, "words", "It looks good.", "at", after(20)));
    JsonNode closed =
        step(
                "manager",
                steps("closure"),
                Json.of(
                    "by", "CUSTOMER", "satisfied", true, "words", "We are good.", "at", after(40)))
            .json();
    assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
    assertThat(probability(after(40).plusSeconds(1))).isLessThan(before);
    system.settle();
    assertThat(office.card(martha).toString()).doesNotContain(complaint);
  }

  @Test
  @Order(6)
  void one_that_comes_back_weighs_far_more_than_the_first_and_flags_them() {
    double asItWas = probability(after(1));
    step("manager", steps("reopening"), Json.of("words", "The new board creaks."));
    JsonNode risk = office.riskNow(martha);
    assertThat(risk.path("probability").asDouble()).isGreaterThan(asItWas);
    assertThat(risk.path("flagged").asBoolean()).isTrue();
    assertThat(Json.texts(risk.path("reasons"), "code")).contains("CASE_REOPENED");

    JsonNode whole = system.as("csr", Service.FEEDBACK).get("/v1/complaints/" + complaint).json();
    assertThat(whole.path("round").asInt()).isEqualTo(2);
    assertThat(Json.texts(whole.path("steps"), "step"))
        .isEqualTo(
            List.of(
                "ASSESSMENT", "APOLOGY", "REMEDY", "DELIVERY", "CHECK_IN", "CLOSURE", "REOPENING"));
  }

  @Test
  @Order(7)
  void nobody_is_asked_for_money_while_it_is_open_again() {
    // What they were credited pays for one of these and part of the other.
    office.visited(care, Instant.now().minus(Duration.ofDays(2)));
    office.visited(care, Instant.now().minus(Duration.ofDays(1)));
    system.settle();
    assertThat(Json.texts(documents(), "state")).containsOnlyOnce("HELD");
  }

  @Test
  @Order(8)
  void nobody_is_called_silent_who_rang_us_themselves() {
    Customer ole = office.meets("C0401", "HOUSEHOLD", "Ole Berg", received);
    complaint =
        step(
                "manager",
                "/v1/complaints",
                Json.of("customerId", ole.id(), "receivedAt", received, "severity", "LOW"))
            .json()
            .path("id")
            .asText();
    step(
        "manager", steps("assessment"), Json.of("cause", "OTHER", "fault", "OURS", "at", after(1)));
    step(
        "manager",
        steps("apology"),
        Json.of(
            "by", "Pat", "words", "Sorry.", "promisedChange", "We ring first.", "at", after(2)));
    step("manager", steps("remedy"), Json.of("askedFor", "This.", "kind", "REDO", "at", after(3)));
    step("manager", steps("delivery"), Json.of("at", after(4)));
    step("manager", steps("check-ins"), Json.of("answered", false, "at", after(20)));
    step("manager", steps("check-ins"), Json.of("answered", false, "at", after(50)));
    office.recordsCall(ole, after(55));
    system.settle();

    ServiceResponse refused = send("manager", steps("closure"), Json.of("by", "SILENCE"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asText())
        .contains("This is no silence", "the customer spoke with us on " + after(55));
  }

  private JsonNode documents() {
    return system
        .as("accounting", Service.JOBS)
        .get("/v1/accounting/documents?customerId=" + martha.id())
        .json()
        .path("items");
  }

  private Instant after(int days) {
    return received.plus(Duration.ofDays(days));
  }

  private double probability(Instant asOf) {
    return office.risk(martha.id(), asOf).path("probability").asDouble();
  }

  private String steps(String step) {
    return "/v1/complaints/" + complaint + "/" + step;
  }

  private ServiceResponse step(String role, String path, JsonNode body) {
    ServiceResponse answer = send(role, path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  private ServiceResponse send(String role, String path, JsonNode body) {
    return system.as(role, Service.FEEDBACK).post(path, "application/json", body.toString());
  }
}
