package io.familiarface.jobs.cancellation;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CancellationApiTest {
  private static final String WORDS = "I never know who will be standing in my shop.";
  private static final String LETTER = "Dear all, I have had enough. Yours, Dorothy";
  private static final String LEAVING =
      "{\"reason\":\"TECHNICIAN_CHANGES\",\"words\":\"%s\"}".formatted(WORDS);

  @Inject Company company;

  @Test
  void a_cancellation_keeps_the_words_and_withdraws_the_visits_to_come() {
    String customer = company.customer("Dorothy");
    String agreement = agreementOf(customer);
    List<String> coming = company.visitsToCome(agreement);
    json("csr", LEAVING)
        .post("/v1/agreements/" + agreement + "/cancellation")
        .then()
        .statusCode(201)
        .body("words", equalTo(WORDS));
    assertThat(company.visitsToCome(agreement)).isEmpty();
    assertThat(company.visit(coming.get(0)).getString("state")).isEqualTo("WITHDRAWN");
    as("csr").get("/v1/agreements/" + agreement).then().body("state", equalTo("CANCELLED"));
  }

  @Test
  void the_feed_tells_the_reason_but_not_the_words() {
    String customer = company.customer("Silent");
    String agreement = agreementOf(customer);
    int planned = company.visitsToCome(agreement).size();
    json("csr", LEAVING).post("/v1/agreements/" + agreement + "/cancellation");
    List<Map<String, Object>> events = company.events("jobs", customer, 2 + 2 * planned);
    assertThat(events)
        .extracting("type")
        .contains("io.familiarface.agreement.cancelled")
        .filteredOn("io.familiarface.visit.withdrawn"::equals)
        .hasSize(planned);
    assertThat(events.toString()).contains("TECHNICIAN_CHANGES").doesNotContain("standing");
  }

  @Test
  void that_the_company_lets_somebody_go_is_said_by_who_may_agree_to_it() {
    String agreement = agreementOf(company.customer("Rude"));
    String path = "/v1/agreements/" + agreement + "/cancellation";
    String letGo = "{\"reason\":\"LET_GO\",\"words\":\"We end this.\"}";
    json("csr", letGo)
        .post(path)
        .then()
        .statusCode(403)
        .body("detail", containsString("propose it"));
    as("csr").get("/v1/agreements/" + agreement).then().body("state", equalTo("ACTIVE"));
    json("manager", letGo).post(path).then().statusCode(201).body("reason", equalTo("LET_GO"));
  }

  @Test
  void nobody_cancels_twice() {
    String agreement = agreementOf(company.customer("Twice"));
    String path = "/v1/agreements/" + agreement + "/cancellation";
    json("csr", LEAVING).post(path).then().statusCode(201);
    json("csr", "{\"reason\":\"PRICE\"}")
        .post(path)
        .then()
        .statusCode(409)
        .contentType("application/problem+json");
    as("csr").get(path).then().body("reason", equalTo("TECHNICIAN_CHANGES"));
  }

  @Test
  void nobody_cancels_before_it_started_or_in_the_future() {
    String agreement = agreementOf(company.customer("Early"));
    String path = "/v1/agreements/" + agreement + "/cancellation";
    json("manager", "{\"reason\":\"PRICE\",\"cancelledAt\":\"2024-12-31T10:00:00Z\"}")
        .post(path)
        .then()
        .statusCode(422)
        .body("type", containsString("before-the-start"));
    json("manager", "{\"reason\":\"PRICE\",\"cancelledAt\":\"2097-01-01T10:00:00Z\"}")
        .post(path)
        .then()
        .statusCode(400);
    as("csr").get(path).then().statusCode(404);
  }

  @Test
  void a_customer_withdraws_before_the_agreement_begins_and_nobody_comes() {
    String customer = company.customer("Withdrawn");
    LocalDate start = Company.today().plusDays(5);
    String agreement = company.monthlyAgreement(customer, company.technician("T"), start);
    String key = as("csr").get("/v1/agreements/" + agreement).jsonPath().getString("externalId");
    json("csr", LEAVING)
        .post("/v1/agreements/" + agreement + "/cancellation")
        .then()
        .statusCode(201);
    assertThat(company.visitsToCome(agreement)).isEmpty();
    assertThat(company.visits(agreement)).extracting("state").containsOnly("WITHDRAWN");
    Map<?, ?> told =
        data(
            cancelled(company.events("jobs", customer, events -> !cancelled(events).isEmpty()))
                .get(0));
    assertThat(Instant.parse((String) told.get("startsAt")))
        .isEqualTo(Company.at(start, 0))
        .isAfter(Instant.parse((String) told.get("cancelledAt")));

    String line =
        """
        {"externalId":"%s","customerExternalId":"%s","program":"Monthly rodent control",
         "recurrence":"FREQ=MONTHLY","startsOn":"%s"}\
        """
            .formatted(
                key,
                as("csr").get("/v1/agreements/" + agreement).path("customerExternalId"),
                Company.today().minusDays(9))
            .replace("\n", "");
    assertThat(statuses(importing("/v1/agreements/import", line))).containsExactly("REJECTED");
  }

  @Test
  void the_letter_is_kept_as_the_customer_wrote_it() {
    String path = "/v1/agreements/" + agreementOf(company.customer("Writing")) + "/cancellation";
    json("csr", "{\"reason\":\"PRICE\",\"letter\":\"%s\"}".formatted("x".repeat(4001)))
        .post(path)
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/letter"));
    json("csr", "{\"reason\":\"PRICE\",\"letter\":\"%s\"}".formatted(LETTER))
        .post(path)
        .then()
        .statusCode(201)
        .body("words", nullValue())
        .body("letter", equalTo(LETTER));
    as("csr").get(path).then().body("letter", equalTo(LETTER));
  }

  @Test
  void a_customer_who_is_erased_takes_the_words_along() {
    String customer = company.customer("Erased");
    String agreement = agreementOf(customer);
    String path = "/v1/agreements/" + agreement + "/cancellation";
    json("csr", LEAVING.replace("}", ",\"letter\":\"%s\"}".formatted(LETTER)))
        .post(path)
        .then()
        .statusCode(201);
    String tag = Api.etag(path);
    company.hear("customers", "io.familiarface.customer", customer, null);
    as("csr")
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(200)
        .body("words", nullValue())
        .body("letter", nullValue());
  }

  @Test
  void cancellations_of_another_system_come_in_keyed_by_agreement() {
    String agreement = agreementOf(company.customer("Imported"));
    String key = as("csr").get("/v1/agreements/" + agreement).jsonPath().getString("externalId");
    String line =
        "{\"agreementExternalId\":\"%s\",\"cancelledAt\":\"2025-11-03T16:00:00Z\",\"reason\":\"TECHNICIAN_CHANGES\",\"words\":\"Enough.\"}"
            .formatted(key);
    String early = line.replace("2025-11", "2024-11");
    String unknown = line.replace(key, "A-nobody");
    assertThat(statuses(importing("/v1/cancellations/import", early, unknown, line)))
        .containsExactly("REJECTED", "REJECTED", "CREATED");
    assertThat(statuses(importing("/v1/cancellations/import", line))).containsExactly("UNCHANGED");
    assertThat(statuses(importing("/v1/cancellations/import", line.replace("Enough", "No"))))
        .containsExactly("UPDATED");
    assertThat(company.visitsToCome(agreement)).isEmpty();
  }

  @Test
  void another_reason_is_told_as_a_later_revision() {
    String customer = company.customer("Corrected");
    String agreement = agreementOf(customer);
    String key = as("csr").get("/v1/agreements/" + agreement).jsonPath().getString("externalId");
    String line =
        "{\"agreementExternalId\":\"%s\",\"cancelledAt\":\"2025-11-03T16:00:00Z\",\"reason\":\"OTHER\",\"words\":\"Enough.\"}"
            .formatted(key);
    importing("/v1/cancellations/import", line);
    importing("/v1/cancellations/import", line.replace("OTHER", "PRICE"));
    List<Map<String, Object>> told =
        cancelled(company.events("jobs", customer, events -> cancelled(events).size() == 2));
    assertThat(told)
        .extracting(event -> (Object) data(event).get("reason"))
        .containsExactly("OTHER", "PRICE");
    assertThat((int) data(told.get(1)).get("revision"))
        .isGreaterThan((int) data(told.get(0)).get("revision"));
  }

  private static List<Map<String, Object>> cancelled(List<Map<String, Object>> events) {
    return events.stream()
        .filter(event -> "io.familiarface.agreement.cancelled".equals(event.get("type")))
        .toList();
  }

  private static Map<?, ?> data(Map<String, Object> event) {
    return (Map<?, ?>) event.get("data");
  }

  @Test
  void what_a_customer_said_here_stays_when_another_system_knows_the_day_alone() {
    String agreement = agreementOf(company.customer("Heard"));
    String key = as("csr").get("/v1/agreements/" + agreement).jsonPath().getString("externalId");
    String path = "/v1/agreements/" + agreement + "/cancellation";
    json("manager", LEAVING.replace("}", ",\"cancelledAt\":\"2025-11-03T15:10:00Z\"}"))
        .post(path)
        .then()
        .statusCode(201);
    String line =
        "{\"agreementExternalId\":\"%s\",\"cancelledAt\":\"2025-11-03T23:00:00Z\",\"reason\":\"OTHER\"}"
            .formatted(key);

    assertThat(statuses(importing("/v1/cancellations/import", line))).containsExactly("UNCHANGED");
    as("csr").get(path).then().body("cancelledAt", equalTo("2025-11-03T15:10:00Z"));

    String otherDay = line.replace("11-03T23", "11-05T23");
    assertThat(statuses(importing("/v1/cancellations/import", otherDay)))
        .containsExactly("UPDATED");
    as("csr")
        .get(path)
        .then()
        .body("cancelledAt", equalTo("2025-11-05T23:00:00Z"))
        .body("reason", equalTo("TECHNICIAN_CHANGES"))
        .body("words", equalTo(WORDS));
  }

  private String agreementOf(String customer) {
    return company.monthlyAgreement(customer, company.technician("T"), LocalDate.of(2025, 1, 6));
  }
}
