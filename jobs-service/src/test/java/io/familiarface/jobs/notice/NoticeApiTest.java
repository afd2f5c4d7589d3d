package io.familiarface.jobs.notice;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who comes instead has to be told, and by whom and how it was. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeApiTest extends NoticeFixture {
  @Test
  void a_change_nobody_told_of_is_work_with_a_text_ready_to_send() {
    send(cleo);
    notices("state=OPEN")
        .body("items", hasSize(1))
        .body("items[0].changes", contains("TECHNICIAN"))
        .body("items[0].knownTechnicianId", equalTo(ben))
        .body("items[0].technicianId", equalTo(cleo))
        .body("items[0].unannounced", equalTo(false))
        .body("items[0].dueAt", equalTo(scheduledAt.minus(Duration.ofHours(24)).toString()))
        .body("items[0].text", containsString("Hello Dorothy"))
        .body("items[0].text", containsString("Cleo comes to you in place of Ben"))
        .body("items[0].text", containsString("Cleo keeps bees. Dogs like Cleo."));
    assertThat(
            Api.all("csr", "/v1/notices?limit=500&due=" + scheduledAt.minus(Duration.ofHours(25))))
        .extracting(notice -> notice.get("visitId"))
        .doesNotContain(visit);
  }

  @Test
  void whoever_phones_closes_it_and_the_visit_is_told() {
    send(cleo);
    String notice = only();
    json("csr", "{\"told\":\"PHONE\"}")
        .post("/v1/notices/" + notice + "/told")
        .then()
        .statusCode(201)
        .body("state", equalTo("TOLD"))
        .body("told", equalTo("PHONE"))
        .body("toldAt", notNullValue());
    assertThat(company.visit(visit).getString("customerToldAt")).isNotNull();
    json("csr", "{\"told\":\"IN_PERSON\"}")
        .post("/v1/notices/" + notice + "/told")
        .then()
        .statusCode(409)
        .body("type", containsString("already-told"));
    notices("state=OPEN").body("items", hasSize(0));
  }

  @Test
  void told_of_at_the_visit_the_notice_is_closed_as_well() {
    send(cleo);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    notices("state=TOLD").body("items", hasSize(1));
  }

  @Test
  void taken_back_before_anybody_was_told_there_is_nothing_to_tell() {
    send(cleo);
    company.assign(visit, "{\"technicianId\":\"" + ben + "\"}").then().statusCode(200);
    notices("").body("items", hasSize(0));
  }

  @Test
  void taken_back_after_the_customer_was_told_that_has_to_be_told_too() {
    send(cleo);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    company.assign(visit, "{\"technicianId\":\"" + ben + "\"}").then().statusCode(200);
    notices("state=OPEN")
        .body("items[0].knownTechnicianId", equalTo(cleo))
        .body("items[0].technicianId", equalTo(ben));
  }

  @Test
  void a_letter_that_can_not_be_sent_says_why_and_is_to_be_phoned() {
    send(cleo);
    json("csr", "").post("/v1/notices/" + only() + "/sending").then().statusCode(503);
    notices("state=OPEN").body("items", hasSize(1));
  }

  @Test
  void what_is_not_there_or_makes_no_sense_is_refused() {
    as("csr").get("/v1/notices/" + UUID.randomUUID()).then().statusCode(404);
    as("csr").get("/v1/notices?due=soon").then().statusCode(400);
    as("csr").get("/v1/notices?state=LOST").then().statusCode(400);
    send(cleo);
    String told = "/v1/notices/" + only() + "/told";
    json("csr", "{}").post(told).then().statusCode(400);
    json("csr", "{\"told\":\"PHONE\",\"toldAt\":\"2999-01-01T00:00:00Z\"}")
        .post(told)
        .then()
        .statusCode(400);
    notices("state=OPEN").body("items[0].toldAt", nullValue());
  }
}
