package io.familiarface.jobs.notice;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;

import io.familiarface.jobs.Company;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;

/** A visit that Ben is to make, and how one sees what the customer has to be told of it. */
abstract class NoticeFixture {
  @Inject Company company;
  String ben;
  String cleo;
  String customer;
  String agreement;
  String visit;
  Instant scheduledAt;

  @BeforeEach
  void a_visit_that_ben_is_to_make() {
    ben = company.technician("Ben");
    cleo =
        json(
                "manager",
                """
                {"name":"Cleo","skills":["rodents"],
                 "introduction":"Cleo keeps bees. Dogs like Cleo."}\
                """)
            .post("/v1/technicians")
            .path("id");
    customer = company.customer("Dorothy");
    // The next is not today, where it would be in the way of one that is moved there.
    agreement = company.monthlyAgreement(customer, ben, Company.today().minusDays(3));
    visit = company.visitsToCome(agreement).get(1);
    scheduledAt = Instant.parse(company.visit(visit).getString("scheduledAt"));
  }

  void patch(String body) {
    json("manager", body)
        .header("If-Match", etag("/v1/visits/" + visit))
        .patch("/v1/visits/" + visit)
        .then()
        .statusCode(200);
  }

  void miss(String reason) {
    json("csr", "{\"reason\":\"%s\"}".formatted(reason))
        .post("/v1/visits/" + visit + "/missed")
        .then()
        .statusCode(201);
  }

  /** A visit of today at no time in particular: it is ahead until the day ends. */
  void today() {
    String agreement = company.agreementWithoutTime(customer, ben, Company.today().minusDays(3));
    visit = company.visitsToCome(agreement).get(0);
    json(
            "csr",
            "{\"scheduledAt\":\"%s\",\"anyTime\":true,\"askedBy\":\"CUSTOMER\"}"
                .formatted(Company.at(Company.today(), 0)))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
  }

  io.restassured.response.Response moveAsAsked(Instant to) {
    return json("csr", "{\"scheduledAt\":\"%s\",\"askedBy\":\"CUSTOMER\"}".formatted(to))
        .post("/v1/visits/" + visit + "/reschedule");
  }

  void send(String technician) {
    send(technician, "\"reason\":\"SICK\"");
  }

  void send(String technician, String more) {
    company
        .assign(
            visit,
            "{\"technicianId\":\"%s\",\"permanence\":\"THIS_VISIT\",%s}"
                .formatted(technician, more))
        .then()
        .statusCode(200);
  }

  String only() {
    return notices("").extract().path("items[0].id");
  }

  ValidatableResponse ofCustomer(String filter) {
    return as("csr").get("/v1/notices?customerId=" + customer + filter).then();
  }

  ValidatableResponse notices(String filter) {
    String more = filter.isEmpty() ? "" : "&" + filter;
    return as("csr").get("/v1/notices?visitId=" + visit + more).then().statusCode(200);
  }
}
