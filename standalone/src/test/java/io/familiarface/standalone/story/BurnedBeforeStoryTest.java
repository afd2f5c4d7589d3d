package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
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
 * The third story: who was burned before is told on paper what to expect, brings a neighbour, and
 * has a say after the visit; and who goes too far is let go, but not before all was tried.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedSystem.class)
@TestMethodOrder(OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BurnedBeforeStoryTest {
  private final Instant met =
      Instant.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
  private RunningSystem system;
  private Office office;
  private String walter;
  private Customer rude;
  private String code;

  @BeforeAll
  void a_handyman_took_the_money_and_left(RunningSystem running) {
    system = running;
    office = new Office(system, "B");
    walter =
        post(
                "csr",
                "/v1/customers",
                Json.of(
                    "externalId",
                    "C0300-W",
                    "kind",
                    "HOUSEHOLD",
                    "name",
                    "Walter Brandt",
                    "burnedBefore",
                    Json.of("what", "A handyman took the money and never came back.")))
            .path("id")
            .asText();
    rude = office.meets("C0301-R", "HOUSEHOLD", "Rude Caller", met);
  }

  @Test
  @Order(1)
  void whoever_contacts_them_sees_what_happened_and_the_care_it_calls_for() {
    JsonNode card = get("csr", "/v1/customers/" + walter + "/card").json();
    assertThat(card.path("burnedBefore").path("what").asText()).contains("never came back");
    assertThat(card.path("careLevel").asText()).isNotEqualTo("NORMAL");
    assertThat(Json.texts(card.path("careReasons"), "code")).contains("BURNED_BEFORE");
  }

  @Test
  @Order(2)
  void on_the_first_visit_they_get_on_paper_who_we_are_with_a_certificate_to_pass_on() {
    code =
        post(
                "csr",
                "/v1/certificates",
                Json.of(
                    "kind",
                    "GIFT",
                    "gift",
                    "A dessert at Rosa's",
                    "customerId",
                    walter,
                    "transferable",
                    true))
            .path("code")
            .asText();
    String handout = "/v1/customers/" + walter + "/handout";
    post("csr", handout, Json.of("template", "first-visit"));
    ServiceResponse page = get("csr", handout + "/1", "text/html");
    assertThat(page.body()).contains("Walter Brandt", code, "Who we are");
    assertThat(get("csr", handout + "/1", "application/pdf").header("Content-Type").orElseThrow())
        .startsWith("application/pdf");
    JsonNode handed = post("csr", handout + "/1/acknowledgement", Json.of("handedBy", "Sam"));
    assertThat(handed.path("acknowledgedAt").isNull()).isFalse();
  }

  @Test
  @Order(3)
  void the_neighbour_who_brings_it_is_traced_and_nobody_brings_it_twice() {
    Customer neighbour = office.meets("C0302-N", "HOUSEHOLD", "June Brandt-Next-Door", met);
    String redemption = "/v1/certificates/" + code + "/redemption";
    String brings = Json.of("customerId", neighbour.id()).toString();
    ServiceResponse redeemed = send("csr", redemption, brings);
    assertThat(redeemed.status()).as(redeemed.toString()).isEqualTo(200);
    JsonNode traced = redeemed.json().path("redemption");
    assertThat(traced.path("broughtBy").asText()).isEqualTo(walter);
    JsonNode referral = get("csr", "/v1/referrals/" + traced.path("referralId").asText()).json();
    assertThat(referral.path("byCustomerId").asText()).isEqualTo(walter);
    assertThat(referral.path("customerId").asText()).isEqualTo(neighbour.id().toString());
    assertThat(send("csr", redemption, brings).status()).isEqualTo(409);
  }

  @Test
  @Order(4)
  void what_is_said_through_the_personal_link_lands_on_their_record() {
    ServiceResponse link =
        system
            .as("csr", Service.FEEDBACK)
            .post(
                "/v1/links",
                "application/json",
                Json.of("customerId", walter, "purpose", "FEEDBACK").toString());
    assertThat(link.status()).as(link.toString()).isEqualTo(201);
    String path = URI.create(link.json().path("url").asText()).getPath();
    ServiceResponse said =
        system
            .as("csr", Service.FEEDBACK)
            .post(path, "application/x-www-form-urlencoded", "csat=5&words=On+time+and+kind");
    assertThat(said.status()).as(said.toString()).isLessThan(400);
    system.settle();
    JsonNode card = get("csr", "/v1/customers/" + walter + "/card").json();
    assertThat(card.path("views").path("theirs").path("lastCsat").asInt()).isEqualTo(5);
  }

  @Test
  @Order(5)
  void an_abusive_caller_is_given_a_limit_and_is_not_let_go_before_all_was_tried() {
    conduct("INCIDENT", "Shouts at the office.");
    conduct("LIMIT_STATED", "One more and I end this call.");
    conduct("CALL_ENDED", "Shouted again.");
    ServiceResponse refused = send("manager", lettingGo(""), "{\"reason\":\"Shouts.\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(Json.texts(refused.json().path("missing"), "kind"))
        .contains("RETENTION_ATTEMPT", "MANAGER_TALK", "WRITTEN_WARNING");
  }

  @Test
  @Order(6)
  void after_the_documented_attempts_a_second_person_lets_them_go_and_can_undo_it() {
    for (String attempt :
        "RETENTION_ATTEMPT RETENTION_ATTEMPT RETENTION_ATTEMPT MANAGER_TALK WRITTEN_WARNING"
            .split(" ")) {
      conduct(attempt, "Tried.");
    }
    ServiceResponse proposed = send("manager", lettingGo(""), "{\"reason\":\"Shouts.\"}");
    assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
    assertThat(proposed.json().path("state").asText()).isEqualTo("PROPOSED");
    assertThat(send("manager", lettingGo("/approval"), "{}").status())
        .as("nobody approves what is their own proposal")
        .isEqualTo(403);
    ServiceResponse approved = send("admin", lettingGo("/approval"), "{}");
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    assertThat(approved.json().path("state").asText()).isEqualTo("LET_GO");
    assertThat(get("csr", lettingGo("/letter"), "text/html").body()).contains("Rude Caller");
    ServiceResponse undone =
        send("manager", lettingGo("/undo"), "{\"reason\":\"They said sorry.\"}");
    assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
    assertThat(get("csr", "/v1/customers/" + rude.id()).json().path("status").asText())
        .isEqualTo("ACTIVE");
  }

  private void conduct(String kind, String text) {
    post(
        "manager",
        "/v1/customers/" + rude.id() + "/conduct",
        Json.of("kind", kind, "text", text, "at", met.plus(Duration.ofDays(5))));
  }

  private String lettingGo(String step) {
    return "/v1/customers/" + rude.id() + "/letting-go" + step;
  }

  private JsonNode post(String role, String path, JsonNode body) {
    ServiceResponse answer = send(role, path, body.toString());
    assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
    return answer.json();
  }

  private ServiceResponse send(String role, String path, String body) {
    return system
        .as(role, Service.CUSTOMERS)
        .send(
            "POST",
            path,
            body,
            Map.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString()));
  }

  private ServiceResponse get(String role, String path) {
    return get(role, path, "application/json");
  }

  private ServiceResponse get(String role, String path, String accept) {
    ServiceResponse answer =
        system.as(role, Service.CUSTOMERS).send("GET", path, null, Map.of("Accept", accept));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer;
  }
}
