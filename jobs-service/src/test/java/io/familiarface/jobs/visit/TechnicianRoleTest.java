package io.familiarface.jobs.visit;

import static io.familiarface.rest.testing.Api.asTechnician;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TechnicianRoleTest {
  @Inject Company company;
  String ann;
  String ben;
  String annsVisit;
  String bensVisit;

  @BeforeEach
  void two_technicians_with_a_visit_each_tomorrow() {
    ann = company.technician("Ann");
    ben = company.technician("Ben");
    annsVisit = tomorrow(ann);
    bensVisit = tomorrow(ben);
  }

  @Test
  void the_list_holds_own_visits_of_these_days_whatever_is_asked_for() {
    asTechnician(UUID.fromString(ann))
        .get("/v1/visits")
        .then()
        .statusCode(200)
        .body("items.id", contains(annsVisit));
    assertThat(
            asTechnician(UUID.fromString(ann))
                .queryParam("technicianId", ben)
                .get("/v1/visits")
                .jsonPath()
                .getList("items"))
        .isEmpty();
  }

  @Test
  void what_the_company_thinks_of_the_risk_is_not_for_the_van() {
    asTechnician(UUID.fromString(ann))
        .get("/v1/visits/" + annsVisit)
        .then()
        .statusCode(200)
        .body("risk", nullValue());
  }

  @Test
  void somebody_elses_visit_is_neither_seen_nor_touched() {
    String path = "/v1/visits/" + bensVisit;
    asTechnician(UUID.fromString(ann))
        .get(path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", containsString("not-your-visit"));
    asTechnician(UUID.fromString(ann))
        .contentType("application/json")
        .body("{}")
        .post(path + "/told")
        .then()
        .statusCode(403);
    asTechnician(UUID.fromString(ann))
        .contentType("application/json")
        .body("{}")
        .post(path + "/completion")
        .then()
        .statusCode(403);
    asTechnician(UUID.fromString(ann))
        .contentType("application/json")
        .body("{\"reason\":\"OTHER\"}")
        .post(path + "/missed")
        .then()
        .statusCode(403);
    assertThat(company.visit(bensVisit).getString("state")).isEqualTo("PLANNED");
    assertThat(company.visit(bensVisit).getString("customerToldAt")).isNull();
  }

  @Test
  void a_visit_that_is_not_there_or_was_withdrawn_is_answered_like_somebody_elses() {
    String withdrawn = annsVisit;
    String agreement = "/v1/agreements/" + company.visit(withdrawn).getString("agreementId");
    json("manager", "{\"visitAt\":\"11:30\"}")
        .header("If-Match", etag(agreement))
        .patch(agreement)
        .then()
        .statusCode(200);
    assertThat(company.visit(withdrawn).getString("state")).isEqualTo("WITHDRAWN");
    String notThere = "00000000-0000-7000-8000-000000000000";
    for (String what : new String[] {"", "/job-sheet"}) {
      String somebodyElses =
          asTechnician(UUID.fromString(ann)).get("/v1/visits/" + bensVisit + what).asString();
      assertThat(
              asTechnician(UUID.fromString(ann)).get("/v1/visits/" + withdrawn + what).asString())
          .isEqualTo(somebodyElses.replace(bensVisit, withdrawn));
      assertThat(asTechnician(UUID.fromString(ann)).get("/v1/visits/" + notThere + what).asString())
          .isEqualTo(somebodyElses.replace(bensVisit, notThere));
      assertThat(somebodyElses).contains("not-your-visit");
    }
    for (String visit : new String[] {withdrawn, notThere, bensVisit}) {
      asTechnician(UUID.fromString(ann))
          .contentType("application/json")
          .body("{}")
          .post("/v1/visits/" + visit + "/told")
          .then()
          .statusCode(403);
    }
    assertThat(asTechnician(UUID.fromString(ann)).get("/v1/visits").jsonPath().getList("items.id"))
        .hasSize(1)
        .doesNotContain(withdrawn);
  }

  @Test
  void own_visits_are_told_and_reported() {
    asTechnician(UUID.fromString(ann))
        .contentType("application/json")
        .body("{}")
        .post("/v1/visits/" + annsVisit + "/told")
        .then()
        .statusCode(201);
    String agreement =
        company.monthlyAgreement(company.customer("Yesterday"), ann, Company.today().minusDays(1));
    String visit = company.pastVisit(agreement, java.time.Instant.now().minusSeconds(7200));
    asTechnician(UUID.fromString(ann))
        .contentType("application/json")
        .body("{}")
        .post("/v1/visits/" + visit + "/completion")
        .then()
        .statusCode(201);
  }

  private String tomorrow(String technician) {
    LocalDate day = Company.today().plusDays(1);
    return company
        .visitsToCome(company.monthlyAgreement(company.customer("C"), technician, day))
        .get(0);
  }
}
