package io.familiarface.jobs.notice;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Other terms of an agreement, a pause, and what an import brings. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeOfTermsTest extends NoticeFixture {
  @Test
  void other_terms_that_we_want_are_told_of_visit_by_visit() {
    int planned = company.visitsToCome(agreement).size();
    change("{\"windowMinutes\":60}");
    change("{\"visitAt\":\"11:00\"}");
    ofCustomer("").body("items", hasSize(0));
    change("{\"visitAt\":\"12:00\",\"checklist\":[\"Traps\"],\"askedBy\":\"COMPANY\"}");
    List<String> now = company.visitsToCome(agreement);
    ofCustomer("&state=OPEN")
        .body("items", hasSize(planned))
        .body("items.visitId", containsInAnyOrder(now.toArray()))
        .body("items.changes", everyItem(contains("TIME")))
        .body("items.text", everyItem(containsString(", between 11:00 and 12:00 moves to")));
    change("{\"checklist\":[],\"askedBy\":\"COMPANY\"}");
    ofCustomer("&state=OPEN")
        .body("items.visitId", containsInAnyOrder(company.visitsToCome(agreement).toArray()));
    change("{\"visitAt\":\"11:00\",\"askedBy\":\"COMPANY\"}");
    ofCustomer("&state=OPEN").body("items", hasSize(0));
  }

  @Test
  void a_pause_that_we_want_calls_its_visits_off() {
    json(
            "csr",
            "{\"from\":\"%s\",\"until\":\"%<s\",\"askedBy\":\"COMPANY\"}"
                .formatted(scheduledAt.atZone(Company.ZONE).toLocalDate()))
        .post("/v1/agreements/" + agreement + "/pause")
        .then()
        .statusCode(201);
    notices("state=OPEN")
        .body("items", hasSize(1))
        .body("items[0].visitId", equalTo(visit))
        .body("items[0].subject", containsString("We can't come to you"));
  }

  @Test
  void resumed_nobody_is_told_that_we_do_not_come_and_who_was_is_told_that_we_do() {
    List<String> planned = company.visitsToCome(agreement);
    json("csr", "{\"from\":\"%s\",\"askedBy\":\"COMPANY\"}".formatted(Company.today().plusDays(1)))
        .post("/v1/agreements/" + agreement + "/pause")
        .then()
        .statusCode(201);
    ofCustomer("").body("items.visitId", containsInAnyOrder(planned.toArray()));
    json("csr", "{\"told\":\"PHONE\"}")
        .post("/v1/notices/" + only() + "/told")
        .then()
        .statusCode(201);
    as("csr")
        .header("If-Match", "*")
        .delete("/v1/agreements/" + agreement + "/pause")
        .then()
        .statusCode(204);
    ofCustomer("")
        .body("items", hasSize(1))
        .body("items[0].visitId", equalTo(company.visitsToCome(agreement).get(1)))
        .body("items[0].state", equalTo("OPEN"))
        .body("items[0].text", containsString("Ben comes to you."))
        .body("items[0].text", not(containsString("in place of")));
  }

  @Test
  void resumed_today_it_is_so_too_of_a_visit_at_no_time_in_particular() {
    String untimed = company.agreementWithoutTime(customer, ben, Company.today());
    String off = (String) company.visits(untimed).get(0).get("id");
    company.isPlannedFor(off, Company.at(Company.today(), 0), false);
    json("csr", "{\"from\":\"%s\",\"askedBy\":\"COMPANY\"}".formatted(Company.today()))
        .post("/v1/agreements/" + untimed + "/pause")
        .then()
        .statusCode(201);
    as("csr")
        .get("/v1/notices?visitId=" + off)
        .then()
        .body("items.changes", contains(List.of("OFF")));
    as("csr")
        .header("If-Match", "*")
        .delete("/v1/agreements/" + untimed + "/pause")
        .then()
        .statusCode(204);
    as("csr").get("/v1/notices?visitId=" + off).then().body("items", hasSize(0));
  }

  private void change(String terms) {
    json("manager", terms)
        .header("If-Match", Api.etag("/v1/agreements/" + agreement))
        .patch("/v1/agreements/" + agreement)
        .then()
        .statusCode(200);
  }

  @Test
  void so_are_those_that_an_import_brings_where_the_customer_has_not_agreed_to_them() {
    imported("\"visitAt\":\"10:30\"");
    ofCustomer("").body("items", hasSize(0));
    imported("\"visitAt\":\"11:00\",\"askedBy\":\"COMPANY\"");
    ofCustomer("&state=OPEN")
        .body("items.visitId", containsInAnyOrder(company.visitsToCome(agreement).toArray()))
        .body("items.changes", everyItem(contains("TIME")));
  }

  @Test
  void somebody_else_whom_an_import_brings_has_to_be_told_unless_the_customer_wanted_it() {
    String key = as("csr").get("/v1/technicians/" + company.technician("Al")).path("externalId");
    imported("\"technicianExternalId\":\"%s\",\"askedBy\":\"CUSTOMER\"".formatted(key));
    ofCustomer("").body("items", hasSize(0));
    String other = as("csr").get("/v1/technicians/" + ben).path("externalId");
    imported("\"technicianExternalId\":\"%s\"".formatted(other));
    ofCustomer("&state=OPEN")
        .body("items.visitId", containsInAnyOrder(company.visitsToCome(agreement).toArray()))
        .body("items.changes", everyItem(contains("TECHNICIAN")));
  }

  /** The agreement as another system has it now. */
  private void imported(String other) {
    var known = as("csr").get("/v1/agreements/" + agreement).jsonPath();
    String line =
        """
        {"externalId":"%s","customerExternalId":"%s","program":"Monthly rodent control",\
        "recurrence":"FREQ=MONTHLY","startsOn":"%s",%s}\
        """
            .formatted(
                known.getString("externalId"),
                known.getString("customerExternalId"),
                known.getString("startsOn"),
                other);
    assertThat(Api.statuses(Api.importing("/v1/agreements/import", line)))
        .containsExactly("UPDATED");
  }
}
