package io.familiarface.jobs.substitute;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubstituteApiTest {
  private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 6);

  @Inject Company company;
  String ben;
  String known;
  String customer;
  String visit;
  LocalDate day;

  @BeforeEach
  void dorothy_who_knows_somebody_beside_ben() {
    ben = company.technician("Ben");
    known = company.technician("Known");
    customer =
        company.customer(
            "Dorothy",
            "[]",
            """
            [{"id":"018f0000-0000-7000-8000-000000000011","kind":"SAME_TECHNICIAN",
              "text":"Ben is your technician.","madeBy":"Ben","madeAt":"2025-03-06T15:00:00Z",
              "technicianId":"%s","validUntil":null,"state":"STANDING"}]\
            """
                .formatted(ben));
    wasThere(known);
    LocalDate tuesday = Company.today().plusDays(7).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
    visit = company.visitsToCome(company.monthlyAgreement(customer, ben, tuesday)).get(0);
    day =
        Instant.parse(company.visit(visit).getString("scheduledAt"))
            .atZone(Company.ZONE)
            .toLocalDate();
  }

  @Test
  void whom_the_customer_knows_comes_first_with_the_reasons_and_the_promise_it_would_break() {
    as("csr")
        .get("/v1/visits/" + visit + "/substitutes")
        .then()
        .statusCode(200)
        .body("candidates[0].technicianId", equalTo(known))
        .body("candidates[0].visitsHere", equalTo(1))
        .body("candidates[0].reasons[0]", containsString("1 visit"))
        .body("candidates[0].promisesBroken[0].text", equalTo("Ben is your technician."));
  }

  @Test
  void without_feedback_it_says_so_and_ranks_all_the_same() {
    as("csr")
        .get("/v1/visits/" + visit + "/substitutes")
        .then()
        .body("available", equalTo(false))
        .body("why", containsString("feedback-service"))
        .body("candidates[0].probabilityAfter", nullValue());
  }

  @Test
  void whoever_can_not_be_sent_is_named_with_the_rule() {
    json("csr", "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(day, day))
        .post("/v1/technicians/" + known + "/absences")
        .then()
        .statusCode(201);
    String booked = company.technician("Booked");
    wasThere(booked);
    company.monthlyAgreement(company.customer("Other"), booked, day);
    String skilled =
        json("manager", "{\"name\":\"Skilled\",\"skills\":[\"termites\"]}")
            .post("/v1/technicians")
            .path("id");
    wasThere(skilled);
    String late =
        json(
                "manager",
                """
                {"name":"Late","skills":["rodents"],"workingHours":
                  [{"day":"TUESDAY","from":"12:00","to":"17:00"}]}\
                """)
            .post("/v1/technicians")
            .path("id");
    wasThere(late);
    JsonPath ranking = as("csr").get("/v1/visits/" + visit + "/substitutes").jsonPath();
    assertThat(rule(ranking, known)).isEqualTo("ABSENT");
    assertThat(rule(ranking, booked)).isEqualTo("DOUBLE_BOOKED");
    assertThat(rule(ranking, skilled)).isEqualTo("LACKS_SKILL");
    assertThat(rule(ranking, late)).isEqualTo("OUTSIDE_HOURS");
    assertThat(ranking.getList("candidates.technicianId"))
        .doesNotContain(ben, known, booked, skilled, late);
  }

  @Test
  void whom_the_customer_did_not_want_is_not_proposed() {
    String unwanted = company.technician("Unwanted");
    LocalDate start = LONG_AGO.plusDays(1);
    String agreement = company.monthlyAgreement(customer, unwanted, start);
    String other = company.visitsToCome(agreement).get(0);
    company
        .assign(
            other,
            """
            {"technicianId":"%s","reason":"CUSTOMER_REQUEST","permanence":"THIS_VISIT"}\
            """
                .formatted(ben))
        .then()
        .statusCode(200);
    wasThere(unwanted);
    JsonPath ranking = as("csr").get("/v1/visits/" + visit + "/substitutes").jsonPath();
    assertThat(rule(ranking, unwanted)).isEqualTo("CUSTOMER_DECLINED");
  }

  @Test
  void of_a_visit_that_has_been_nobody_is_ranked() {
    String past = company.pastVisit(company.monthlyAgreement(customer, ben, LONG_AGO), at(1));
    company.completeOnTime(past, at(1)).then().statusCode(201);
    as("csr")
        .get("/v1/visits/" + past + "/substitutes")
        .then()
        .statusCode(409)
        .body("type", containsString("already-completed"));
  }

  private void wasThere(String technician) {
    company.wasAt(customer, technician);
  }

  private static Instant at(int hoursLater) {
    return Company.at(LONG_AGO, 10 + hoursLater);
  }

  private static String rule(JsonPath ranking, String technician) {
    return ranking.getString("refused.find{it.technicianId=='%s'}.rule".formatted(technician));
  }
}
