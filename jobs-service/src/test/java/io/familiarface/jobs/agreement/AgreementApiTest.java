package io.familiarface.jobs.agreement;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreementApiTest {
  private static final Map<String, String> USD_80 = Map.of("amount", "80.00", "currency", "USD");

  @Inject Company company;

  @Test
  void signing_plans_the_visits_of_the_next_weeks_at_the_agreed_time() {
    String technician = company.technician("Usual");
    LocalDate start = Company.today().plusDays(3);
    String agreement = company.monthlyAgreement(company.customer("Dorothy"), technician, start);
    List<Map<String, Object>> visits = company.visits(agreement);
    assertThat(visits).hasSizeBetween(3, 4);
    assertThat(visits.get(0))
        .containsEntry("scheduledAt", Company.at(start, 10).toString())
        .containsEntry("technicianId", technician)
        .containsEntry("plannedTechnicianId", technician)
        .containsEntry("customerName", "Dorothy Inc.")
        .containsEntry("state", "PLANNED");
  }

  @Test
  void an_agreement_of_long_ago_plans_from_now_on_only() {
    String agreement =
        company.monthlyAgreement(
            company.customer("Old"), company.technician("T"), LocalDate.of(2020, 1, 6));
    assertThat(company.visits(agreement))
        .isNotEmpty()
        .allSatisfy(
            visit ->
                assertThat(Instant.parse((String) visit.get("scheduledAt")))
                    .isAfter(Instant.now()));
  }

  @Test
  void the_feed_tells_of_the_agreement_before_its_visits() {
    String customer = company.customer("Told");
    LocalDate start = Company.today().plusDays(3);
    String agreement = company.monthlyAgreement(customer, company.technician("T"), start);
    List<Map<String, Object>> events = company.events("jobs", customer, 4);
    assertThat(events.get(0)).containsEntry("type", "io.familiarface.agreement.started");
    assertThat(events).element(0).extracting("data").extracting("agreementId").isEqualTo(agreement);
    assertThat(events.subList(1, events.size()))
        .extracting("type")
        .containsOnly("io.familiarface.visit.planned");
    as("integration").get("/v1/feeds/jobs").then().statusCode(200);
    as("csr").get("/v1/feeds/jobs").then().statusCode(403);
  }

  @Test
  void another_day_of_the_month_moves_the_visits_to_come() {
    String agreement =
        company.monthlyAgreement(
            company.customer("Moved"), company.technician("T"), Company.today().minusDays(40));
    List<String> before = company.visitsToCome(agreement);
    String path = "/v1/agreements/" + agreement;
    json("manager", "{\"recurrence\":\"FREQ=WEEKLY;BYDAY=TU\",\"visitAt\":\"08:30\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200)
        .body("visitIntervalDays", equalTo(7.0f));
    assertThat(company.visitsToCome(agreement))
        .hasSizeBetween(12, 14)
        .doesNotContainAnyElementsOf(before);
    assertThat(company.visit(before.get(0)).getString("state")).isEqualTo("WITHDRAWN");
  }

  @Test
  void a_visit_that_was_moved_within_its_day_stays_where_the_customer_wants_it() {
    LocalDate start = Company.today().plusDays(10);
    String agreement =
        company.monthlyAgreement(company.customer("Nora"), company.technician("T"), start);
    String visit = company.visitsToCome(agreement).get(0);
    String afternoon = Company.at(start, 16).toString();
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(afternoon))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    String path = "/v1/agreements/" + agreement;
    json("manager", "{\"visitAt\":\"08:30\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    assertThat(company.visitsToCome(agreement)).startsWith(visit);
    assertThat(company.visit(visit).getString("scheduledAt")).isEqualTo(afternoon);
    Instant next =
        Instant.parse(
            company.visit(company.visitsToCome(agreement).get(1)).getString("scheduledAt"));
    assertThat(next.atZone(Company.ZONE).toLocalTime()).isEqualTo(LocalTime.of(8, 30));
  }

  @Test
  void an_end_before_the_start_is_refused_also_by_a_patch() {
    LocalDate start = Company.today().plusDays(10);
    String body =
        """
        {"externalId":"%s","%s":"%s","program":"Mice","recurrence":"FREQ=MONTHLY;UNTIL=20200101",
         "startsOn":"%s","visitAt":"10:00","price":{"amount":"80.00","currency":"USD"}}\
        """;
    String customer = company.customer("Ada");
    json("manager", body.formatted(company.key("A"), "customerId", customer, start))
        .post("/v1/agreements")
        .then()
        .statusCode(400)
        .body("type", containsString("bad-recurrence"));
    String agreement = company.monthlyAgreement(customer, company.technician("T"), start);
    String path = "/v1/agreements/" + agreement;
    json("manager", "{\"recurrence\":\"FREQ=MONTHLY;UNTIL=20200101\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(400)
        .body("type", containsString("bad-recurrence"));
  }

  @Test
  void who_usually_comes_is_not_a_term_to_be_patched() {
    String agreement =
        company.monthlyAgreement(
            company.customer("Terms"), company.technician("T"), Company.today());
    String path = "/v1/agreements/" + agreement;
    json("manager", "{\"technicianId\":\"" + company.technician("New") + "\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void a_rule_that_makes_no_visits_is_refused_in_words() {
    json(
            "manager",
            """
            {"customerId":"%s","program":"P","recurrence":"FREQ=HOURLY","startsOn":"2027-01-06",
             "price":{"amount":"1.00","currency":"USD"}}\
            """
                .formatted(company.customer("Hourly")))
        .post("/v1/agreements")
        .then()
        .statusCode(400)
        .body("type", containsString("bad-recurrence"))
        .body("violations[0].pointer", equalTo("/recurrence"));
  }

  @Test
  void another_rule_doubles_no_visit_that_somebody_has_touched() {
    String ann = company.technician("Ann");
    String id =
        company.monthlyAgreement(company.customer("Once"), ann, Company.today().plusDays(4));
    List<String> coming = company.visitsToCome(id);
    assertThat(coming).hasSize(3);
    company
        .assign(
            coming.get(0),
            "{\"technicianId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(company.technician("Ben")))
        .then()
        .statusCode(200);
    json(
            "csr",
            "{\"scheduledAt\":\"%s\"}"
                .formatted(
                    Instant.parse(company.visit(coming.get(1)).getString("scheduledAt"))
                        .plusSeconds(2 * 86_400)))
        .post("/v1/visits/" + coming.get(1) + "/reschedule")
        .then()
        .statusCode(201);
    importing(
            "/v1/visits/import",
            """
            {"externalId":"%s","agreementExternalId":"%s","scheduledAt":"%s","outcome":"PLANNED"}\
            """
                .formatted(
                    company.key("V"),
                    as("csr").get("/v1/agreements/" + id).<String>path("externalId"),
                    company.visit(coming.get(2)).getString("scheduledAt")))
        .then()
        .body(containsString("CREATED"));

    LocalDate other = Company.today().plusDays(11);
    patch(
        "/v1/agreements/" + id,
        "{\"recurrence\":\"FREQ=MONTHLY;BYMONTHDAY=%d\"}"
            .formatted(Math.min(other.getDayOfMonth(), 28)));

    assertThat(company.visitsToCome(id)).isEqualTo(coming);
    patch("/v1/agreements/" + id, "{\"visitAt\":\"15:00\"}");
    assertThat(company.visitsToCome(id)).isEqualTo(coming);
  }

  @Test
  void a_rule_that_passes_over_months_says_so_in_every_answer() {
    String customer = company.customer("Last day");
    String id =
        json(
                "manager",
"""
{"customerId":"%s","program":"P","recurrence":"FREQ=MONTHLY","startsOn":"2027-01-31",
 "price":{"amount":"1.00","currency":"USD"}}\
"""
                    .formatted(customer))
            .post("/v1/agreements")
            .then()
            .statusCode(201)
            .body("recurrenceWarning", containsString("fewer than 31 days"))
            .extract()
            .path("id");
    String path = "/v1/agreements/" + id;
    as("csr").get(path).then().body("recurrenceWarning", containsString("BYMONTHDAY=-1"));
    as("csr")
        .queryParam("customerId", customer)
        .get("/v1/agreements")
        .then()
        .body("items[0].recurrenceWarning", containsString("BYMONTHDAY=-1"));
    patch(path, "{\"recurrence\":\"FREQ=MONTHLY;BYMONTHDAY=-1\"}")
        .body("recurrenceWarning", nullValue());
    String line =
"""
{"externalId":"%s","customerExternalId":"%s","program":"P","recurrence":"FREQ=YEARLY","startsOn":"2028-02-29"}\
"""
            .formatted(
                company.key("A"), as("csr").get(path).jsonPath().getString("customerExternalId"));
    importing("/v1/agreements/import", line)
        .then()
        .body(containsString("CREATED"))
        .body(containsString("leap years only"));
  }

  @Test
  void when_customers_cannot_be_asked_for_somebody_unknown_nothing_is_signed() {
    json(
            "manager",
            """
            {"externalId":"A-nobody","customerExternalId":"C-nobody","program":"P",
             "recurrence":"FREQ=MONTHLY","startsOn":"2027-01-06",
             "price":{"amount":"1.00","currency":"USD"}}\
            """)
        .post("/v1/agreements")
        .then()
        .statusCode(503)
        .body("type", containsString("customers-unreachable"));
    as("csr").get("/v1/agreements/ext:A-nobody").then().statusCode(404);
  }

  @Test
  void nobody_is_promised_who_will_have_left_by_the_start() {
    String technician = company.technician("Leaving");
    String path = "/v1/technicians/" + technician;
    json("manager", "{\"leftOn\":\"" + Company.today() + "\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    json(
            "manager",
            """
            {"customerId":"%s","program":"P","recurrence":"FREQ=MONTHLY","startsOn":"%s",
             "price":{"amount":"1.00","currency":"USD"},"technicianId":"%s"}\
            """
                .formatted(company.customer("Late"), Company.today().plusDays(1), technician))
        .post("/v1/agreements")
        .then()
        .statusCode(422)
        .body("type", containsString("technician-has-left"));
  }

  @Test
  void an_amount_that_is_written_as_a_number_is_taken_by_patch_and_import_too() {
    String customer = company.customer("Round");
    String signed = company.monthlyAgreement(customer, company.technician("T"), Company.today());
    String path = "/v1/agreements/" + signed;
    patch(path, "{\"price\":{\"amount\":100.00,\"currency\":\"USD\"}}")
        .body("price.amount", equalTo("100.00"));
    String line =
"""
{"externalId":"%s","customerExternalId":"%s","program":"P","recurrence":"FREQ=MONTHLY","startsOn":"2025-01-06","price":{"amount":%s,"currency":"USD"}}\
"""
            .formatted(
                company.key("A"), as("manager").get(path).<String>path("customerExternalId"), "%s");
    assertThat(statuses(importing("/v1/agreements/import", line.formatted("1e3"))))
        .containsExactly("REJECTED");
    assertThat(statuses(importing("/v1/agreements/import", line.formatted("120.0"))))
        .containsExactly("CREATED");
    assertThat(statuses(importing("/v1/agreements/import", line.formatted("\"120.00\""))))
        .containsExactly("UNCHANGED");
  }

  @Test
  void a_recurrence_that_was_guessed_is_shown_as_guessed_until_somebody_says_it() {
    String customer = company.customer("Guessed");
    String customerKey =
        as("manager")
            .get(
                "/v1/agreements/"
                    + company.monthlyAgreement(customer, company.technician("T"), Company.today()))
            .jsonPath()
            .getString("customerExternalId");
    String key = company.key("A");
    String line =
"""
{"externalId":"%s","customerExternalId":"%s","program":"P","recurrence":"FREQ=MONTHLY","recurrenceGuessed":true,"startsOn":"2025-01-06"}\
"""
            .formatted(key, customerKey);
    assertThat(statuses(importing("/v1/agreements/import", line))).containsExactly("CREATED");
    assertThat(statuses(importing("/v1/agreements/import", line))).containsExactly("UNCHANGED");
    String path = "/v1/agreements/ext:" + key;
    as("csr").get(path).then().body("recurrenceGuessed", equalTo(true)).body("price", nullValue());

    patch(path, "{\"price\":{\"amount\":\"80\",\"currency\":\"USD\"}}")
        .body("recurrenceGuessed", equalTo(true))
        .body("price.amount", equalTo("80.00"));
    patch(path, "{\"recurrence\":\"FREQ=MONTHLY\"}").body("recurrenceGuessed", equalTo(false));
    patch(path, "{\"price\":null}").body("price", nullValue());

    List<Map<String, Object>> told =
        company
            .events(
                "jobs",
                customer,
                events -> events.stream().filter(AgreementApiTest::tellsOfAnAgreement).count() == 5)
            .stream()
            .filter(AgreementApiTest::tellsOfAnAgreement)
            .filter(event -> key.equals(told(event, "externalId")))
            .toList();
    assertThat(told)
        .extracting(event -> told(event, "recurrenceGuessed"))
        .containsExactly(true, true, false, false);
    assertThat(told)
        .extracting(event -> told(event, "price"))
        .containsExactly(null, USD_80, USD_80, null);
  }

  private static ValidatableResponse patch(String path, String body) {
    return json("manager", body).header("If-Match", etag(path)).patch(path).then().statusCode(200);
  }

  private static boolean tellsOfAnAgreement(Map<String, Object> event) {
    return ((String) event.get("type")).startsWith("io.familiarface.agreement.");
  }

  private static Object told(Map<String, Object> event, String field) {
    return ((Map<?, ?>) event.get("data")).get(field);
  }

  @Test
  void an_import_says_of_each_line_what_became_of_it() {
    String technicianKey = company.key("T");
    importing(
        "/v1/technicians/import", "{\"externalId\":\"" + technicianKey + "\",\"name\":\"T\"}");
    String customerKey =
        as("manager")
            .get(
                "/v1/agreements/"
                    + company.monthlyAgreement(
                        company.customer("Known"), company.technician("T"), Company.today()))
            .jsonPath()
            .getString("customerExternalId");
    String key = company.key("A");
    String good =
"""
{"externalId":"%s","customerExternalId":"%s","program":"Monthly rodent control","recurrence":"FREQ=MONTHLY","startsOn":"2025-01-06","price":{"amount":"89.00","currency":"USD"},"technicianExternalId":"%s"}\
"""
            .formatted(key, customerKey, technicianKey);
    String noSuchTechnician = good.replace(key, "A-x").replace(technicianKey, "T-nobody");
    String badRule = good.replace(key, "A-y").replace("FREQ=MONTHLY", "FREQ=NEVER");
    assertThat(statuses(importing("/v1/agreements/import", noSuchTechnician, good, badRule)))
        .containsExactly("REJECTED", "CREATED", "REJECTED");
    assertThat(statuses(importing("/v1/agreements/import", good))).containsExactly("UNCHANGED");
    assertThat(statuses(importing("/v1/agreements/import", good.replace("89.00", "95.00"))))
        .containsExactly("UPDATED");
    as("csr")
        .get("/v1/agreements/ext:" + key)
        .then()
        .body("price.amount", equalTo("95.00"))
        .body("state", equalTo("ACTIVE"));
    as("csr")
        .queryParam("customerId", "ext:" + customerKey)
        .get("/v1/agreements")
        .then()
        .body("items", hasSize(2));
  }
}
