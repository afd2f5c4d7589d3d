package io.familiarface.jobs.plan;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A plan for an absence: asked for, found, read, accepted and refused. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanApiTest extends PlanFixture {
  @Test
  void an_absence_links_to_a_plan_that_moves_a_promised_visit_to_when_ben_is_back() {
    Response recorded = away(ben, day, day.plusDays(1));
    recorded.then().statusCode(201).header("Link", containsString("rel=\"plan\""));
    String plan = linked(recorded);
    JsonPath proposed = solved(plan);
    assertThat(proposed.getString("state")).isEqualTo("PROPOSED");
    assertThat(proposed.getFloat("progress")).isEqualTo(1f);
    assertThat(proposed.getList("items")).hasSize(1);
    assertThat(proposed.getString("items[0].visitId")).isEqualTo(visit);
    assertThat(proposed.getString("items[0].proposal")).isEqualTo("MOVE");
    assertThat(proposed.getString("items[0].technicianId")).isEqualTo(ben);
    assertThat(proposed.getInt("promisesBroken.nextFree")).isEqualTo(1);
    assertThat(proposed.getInt("promisesBroken.plan")).isZero();
    assertThat(proposed.getString("why")).contains("feedback-service");
    String then = proposed.getString("items[0].scheduledAt");

    json("csr", "{}")
        .post(plan + "/acceptance")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("items[0].decision", equalTo("ACCEPTED"));
    assertThat(company.visit(visit).getString("scheduledAt")).isEqualTo(then);
    assertThat(company.visit(visit).getString("technicianId")).isEqualTo(ben);
    as("csr")
        .get("/v1/notices?visitId=" + visit)
        .then()
        .body("items[0].changes[0]", equalTo("TIME"));
    json("csr", "{}")
        .post(plan + "/acceptance")
        .then()
        .statusCode(409)
        .body("type", containsString("plan-decided"));
  }

  @Test
  void whoever_is_away_from_today_on_is_not_sent_to_what_was_to_be_done_at_some_time_today() {
    LocalDate today = Company.today();
    Instant begun = today.atStartOfDay(Company.ZONE).toInstant();
    company.isPlannedFor(visit, begun, false);
    assertThat(solved(linked(away(ben, today, today))).getList("items.visitId"))
        .containsExactly(visit);
    assertThat(needSubstitute()).containsExactly(visit);
    company.isPlannedFor(visit, begun, true);
    assertThat(needSubstitute()).isEmpty();
    company.isPlannedFor(visit, begun, false);
    json("csr", "{}").post("/v1/visits/" + visit + "/arrival").then().statusCode(201);
    assertThat(needSubstitute()).isEmpty();
  }

  private List<String> needSubstitute() {
    return as("csr").get("/v1/visits?needsSubstitute=true&technicianId=" + ben).path("items.id");
  }

  @Test
  void plans_are_found_by_who_is_away_and_by_how_far_they_are() {
    String accepted = linked(away(ben, day, day));
    solved(accepted);
    json("csr", "{}").post(accepted + "/acceptance").then().statusCode(200);
    String proposed = linked(away(ben, day.plusDays(20), day.plusDays(60)));
    solved(proposed);
    String list = "/v1/plans?technicianId=" + ben;
    as("csr")
        .get(list)
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].id", equalTo(proposed.substring("/v1/plans/".length())))
        .body("items[0].state", equalTo("PROPOSED"))
        .body("items[0].technicianName", equalTo("Ben"))
        .body("items[0].from", equalTo(day.plusDays(20).toString()))
        .body("items[1].state", equalTo("ACCEPTED"))
        .body("items[1].visits", equalTo(1))
        .body("items[1].undecided", equalTo(0));
    String cursor = as("csr").get(list + "&limit=1").path("nextCursor");
    as("csr")
        .get(list + "&limit=1&cursor=" + cursor)
        .then()
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("ACCEPTED"))
        .body("nextCursor", nullValue());
    as("csr").get(list + "&state=ACCEPTED").then().body("items", hasSize(1));
    as("csr").get(list + "&state=REFUSED").then().body("items", hasSize(0));
    as("csr").get("/v1/plans?state=DONE").then().statusCode(400);
  }

  @Test
  void of_a_plan_one_visit_can_be_taken_and_the_rest_refused() {
    String second = company.visitsToCome(company.monthlyAgreement(dorothy, ben, day)).get(0);
    String plan = linked(away(ben, day, day));
    solved(plan);
    json("csr", "{\"visitIds\":[\"%s\"]}".formatted(second))
        .post(plan + "/acceptance")
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("items.find{it.visitId=='%s'}.decision".formatted(second), equalTo("ACCEPTED"))
        .body("items.find{it.visitId=='%s'}.decision".formatted(visit), nullValue());
    Object before = company.visit(visit).get();
    json("csr", "{\"visitIds\":[\"%s\"]}".formatted(UUID.randomUUID()))
        .post(plan + "/acceptance")
        .then()
        .statusCode(400);
    json("csr", "{}")
        .post(plan + "/refusal")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("items.find{it.visitId=='%s'}.decision".formatted(visit), equalTo("REFUSED"));
    assertThat((Object) company.visit(visit).get()).isEqualTo(before);
  }

  @Test
  void nobody_is_sent_to_two_visits_at_once() {
    String other = company.visitsToCome(company.monthlyAgreement(dorothy, ben, day)).get(0);
    String plan = linked(away(ben, day.minusDays(15), day.plusDays(15)));
    List<String> sent = solved(plan).getList("items.findAll{it.proposal=='SEND'}.technicianId");
    assertThat(sent).doesNotHaveDuplicates().doesNotContain(ben);
    assertThat(other).isNotEqualTo(visit);
  }

  @Test
  void to_a_visit_of_which_nobody_said_the_time_whoever_is_elsewhere_then_can_be_sent() {
    company.wasAt(dorothy, cleo);
    String untimed = company.visitsToCome(company.agreementWithoutTime(dorothy, ben, day)).get(0);
    String elsewhere =
        company
            .visitsToCome(company.monthlyAgreement(company.customer("Harold"), cleo, day))
            .get(0);
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(Company.at(day, 9)))
        .post("/v1/visits/" + elsewhere + "/reschedule")
        .then()
        .statusCode(201);
    JsonPath proposed = solved(linked(away(ben, day.minusDays(15), day.plusDays(15))));
    assertThat(proposed.getString("items.find{it.visitId=='%s'}.technicianId".formatted(untimed)))
        .isEqualTo(cleo);
  }

  @Test
  void whose_licence_ends_before_the_visit_is_not_proposed() {
    company.wasAt(dorothy, cleo);
    String path = "/v1/technicians/" + cleo;
    json(
            "manager",
            "{\"certificates\":[{\"name\":\"Applicator\",\"skill\":\"rodents\",\"expiresOn\":\"%s\"}]}"
                .formatted(day.minusDays(7)))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    company.technician("Dana");
    String plan = linked(away(ben, day.minusDays(15), day.plusDays(15)));
    JsonPath proposed = solved(plan);
    assertThat(proposed.getString("items[0].proposal")).isEqualTo("SEND");
    assertThat(proposed.getString("items[0].technicianId")).isNotEqualTo(cleo);
    json("csr", "{}").post(plan + "/acceptance").then().statusCode(200);
  }

  @Test
  void a_plan_without_visits_is_decided_and_those_that_wait_are_listed() {
    String list = "/v1/plans?waiting=true&technicianId=" + ben;
    String empty = linked(away(ben, day.minusDays(9), day.minusDays(8)));
    assertThat(solved(empty).getString("state")).isEqualTo("ACCEPTED");
    as("csr").get(list).then().body("items", hasSize(0));
    String open = linked(away(ben, day, day));
    solved(open);
    as("csr").get(list).then().body("items", hasSize(1)).body("items[0].undecided", equalTo(1));
    as("csr").post(empty + "/renewal").then().statusCode(202);
    assertThat(solved(empty).getString("state")).isEqualTo("ACCEPTED");
  }

  @Test
  void what_makes_no_sense_is_refused() {
    as("csr").get("/v1/plans/" + UUID.randomUUID()).then().statusCode(404);
    json("manager", "{}").post("/v1/technicians/" + ben + "/departure").then().statusCode(400);
    json("manager", "{\"lastDayOn\":\"2027-01-31\"}")
        .post("/v1/technicians/" + UUID.randomUUID() + "/departure")
        .then()
        .statusCode(404);
    String hired =
        json("manager", "{\"name\":\"New\",\"hiredOn\":\"2027-01-04\"}")
            .post("/v1/technicians")
            .path("id");
    json("manager", "{\"lastDayOn\":\"2027-01-03\"}")
        .post("/v1/technicians/" + hired + "/departure")
        .then()
        .statusCode(422)
        .body("type", containsString("contradiction"));
    json("manager", "{\"lastDayOn\":\"9999-12-31\"}")
        .post("/v1/technicians/" + hired + "/departure")
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/lastDayOn"));
    as("csr").get("/v1/technicians/" + hired).then().body("leftOn", nullValue());
    Response forEver = lastDay(LocalDate.of(9999, 12, 31));
    assertThat(forEver.header("Link")).isNull();
  }
}
