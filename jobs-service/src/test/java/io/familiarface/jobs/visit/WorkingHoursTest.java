package io.familiarface.jobs.visit;

import static io.familiarface.jobs.Company.at;
import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Visits are when their technician works, or somebody says why not. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingHoursTest {
  private static final LocalDate TUESDAY =
      today().plusDays(7).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
  private static final LocalDate SUNDAY = TUESDAY.plusDays(5);

  @Inject Company company;
  private String ann;
  private String customer;
  private String agreement;
  private String visit;

  @BeforeEach
  void ann_works_on_tuesdays() {
    ann =
        json(
                "manager",
                """
                {"name":"Ann","workingHours":[{"day":"TUESDAY","from":"08:00","to":"17:00"}]}\
                """)
            .post("/v1/technicians")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    customer = company.customer("Dorothy");
    agreement = company.monthlyAgreement(customer, ann, TUESDAY);
    visit = company.visitsToCome(agreement).get(0);
  }

  @Test
  void a_visit_is_moved_to_when_its_technician_works() {
    refused(move(at(SUNDAY, 3), ""));
    refused(move(at(TUESDAY, 20), ""));
    assertThat(company.visit(visit).getString("scheduledAt")).isEqualTo(at(TUESDAY, 10).toString());
    move(at(TUESDAY, 16), "").then().statusCode(201);
  }

  @Test
  void unless_somebody_says_why_not_which_is_kept() {
    move(at(SUNDAY, 10), ",\"override\":\"There is a flood.\"")
        .then()
        .statusCode(201)
        .body("scheduledAt", equalTo(at(SUNDAY, 10).toString()));
    as("admin")
        .get("/v1/audit?action=visit.sent-all-the-same&person=" + customer)
        .then()
        .body("items", hasSize(1))
        .body("items[0].after", containsString("flood"));
  }

  @Test
  void what_it_would_cost_is_refused_alike() {
    String path = "/v1/visits/" + visit + "/move-impact?scheduledAt=" + at(SUNDAY, 10);
    refused(as("csr").get(path));
    as("csr").get(path + "&override=A%20flood.").then().statusCode(200);
  }

  @Test
  void whom_the_customer_expects_is_not_sent_at_another_time_either() {
    String body = "{\"technicianId\":\"%s\",\"scheduledAt\":\"%s\"%s}";
    refused(company.assign(visit, body.formatted(ann, at(SUNDAY, 10), "")));
    company
        .assign(visit, body.formatted(ann, at(SUNDAY, 10), ",\"override\":\"A flood.\""))
        .then()
        .statusCode(200);
  }

  @Test
  void once_a_licence_of_theirs_has_ended_nobody_is_sent_either_unless_somebody_says_why() {
    json(
            "manager",
            """
            {"skills":["rodents"],
             "certificates":[{"name":"Licence","skill":"rodents","expiresOn":"%s"}]}\
            """
                .formatted(TUESDAY))
        .header("If-Match", "*")
        .patch("/v1/technicians/" + ann)
        .then()
        .statusCode(200);
    Instant then = at(TUESDAY.plusDays(7), 14);
    String body = "{\"technicianId\":\"%s\",\"scheduledAt\":\"%s\"%s}";
    String all = ",\"override\":\"The licence is on its way.\"";
    move(at(TUESDAY, 12), "").then().statusCode(201);
    unlicensed(move(then, ""));
    unlicensed(plan(then, ""));
    unlicensed(company.assign(visit, body.formatted(ann, then, "")));
    plan(then, all).then().statusCode(201);
    move(then.plusSeconds(3600), all).then().statusCode(201);
    company.assign(visit, body.formatted(ann, then.plusSeconds(7200), all)).then().statusCode(200);
  }

  private static void unlicensed(Response answer) {
    answer
        .then()
        .statusCode(409)
        .body("type", containsString("lacks-skill"))
        .body("detail", containsString("override"));
  }

  @Test
  void none_is_planned_for_another_time() {
    refused(plan(at(SUNDAY, 10), ""));
    plan(at(TUESDAY.plusDays(7), 14), "").then().statusCode(201);
    plan(at(SUNDAY, 10), ",\"override\":\"There is a flood.\"").then().statusCode(201);
    as("admin")
        .get("/v1/audit?action=visit.sent-all-the-same&person=" + customer)
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void who_was_there_outside_of_them_is_written_down_as_it_was() {
    LocalDate longAgo = TUESDAY.minusWeeks(6);
    String former = company.monthlyAgreement(company.customer("Harold"), ann, longAgo);
    String past = company.pastVisit(former, at(longAgo, 10));
    json(
            "manager",
            "{\"technicianId\":\"%s\",\"scheduledAt\":\"%s\"}"
                .formatted(ann, at(longAgo.plusDays(5), 3)))
        .header("If-Match", etag("/v1/visits/" + past))
        .put("/v1/visits/" + past + "/assignment")
        .then()
        .statusCode(200)
        .body("scheduledAt", equalTo(at(longAgo.plusDays(5), 3).toString()));
  }

  @Test
  void what_the_rule_of_an_agreement_asks_for_outside_of_them_is_marked_on_the_board() {
    company.monthlyAgreement(customer, ann, TUESDAY, "20:00");
    as("csr")
        .get("/v1/board?days=1&from=" + TUESDAY)
        .then()
        .statusCode(200)
        .body(
            "technicians.find{it.technicianId=='%s'}.days[0].visits.outsideHours".formatted(ann),
            equalTo(java.util.List.of(false, true)));
  }

  @Test
  void the_better_way_is_a_day_on_which_the_usual_technician_works() {
    company
        .assign(
            visit,
            "{\"technicianId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(company.technician("Ben")))
        .then()
        .statusCode(200)
        .body(
            "impact.alternatives[0].scheduledAt", equalTo(at(TUESDAY.plusDays(7), 10).toString()));
  }

  private Response move(Instant to, String more) {
    return json("csr", "{\"scheduledAt\":\"%s\"%s}".formatted(to, more))
        .post("/v1/visits/" + visit + "/reschedule");
  }

  private Response plan(Instant at, String more) {
    return json(
            "manager",
            "{\"agreementId\":\"%s\",\"scheduledAt\":\"%s\"%s}".formatted(agreement, at, more))
        .post("/v1/visits");
  }

  private static void refused(Response answer) {
    answer
        .then()
        .statusCode(409)
        .body("type", containsString("outside-hours"))
        .body("detail", containsString("override"));
  }
}
