package io.familiarface.jobs;

import static io.familiarface.jobs.Company.at;
import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.accounting.AccountingRoundTrips;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.familiarface.rest.testing.wire.RoundTripTable;
import io.familiarface.rest.testing.wire.RoundTrips;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoundTripsTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);

  @Inject Company company;
  @Inject AccountingRoundTrips accounting;
  private String customer;
  private String technician;
  private String other;
  private String agreement;
  private int months;

  @BeforeEach
  void a_customer_with_a_monthly_agreement() {
    customer = company.customer("Dorothy");
    technician = company.technician("Ann");
    other = company.technician("Ben");
    agreement = company.monthlyAgreement(customer, technician, START);
    months = 0;
  }

  private String pastVisit() {
    return company.pastVisit(agreement, at(START.plusMonths(months++), 10));
  }

  /** Of technicians of their own: nobody is at two visits at once. */
  private String visitToCome() {
    technician = company.technician("Ann");
    other = company.technician("Ben");
    String anew = company.monthlyAgreement(customer, technician, today().plusDays(1));
    return company.visitsToCome(anew).get(0);
  }

  private static Response post(String path, String body) {
    return withKey(body).post(path);
  }

  private static RequestSpecification withKey(String body) {
    return json("manager", body).header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static Supplier<Response> change(String path, String body) {
    String tag = etag(path);
    return () -> json("manager", body).header("If-Match", tag).patch(path);
  }

  private static Response complete(String visit) {
    return post("/v1/visits/" + visit + "/completion", "{\"onTime\":true}");
  }

  @Test
  void a_visit_is_completed_in_four() {
    RoundTrips trips =
        RoundTrips.fewest(
            () -> {
              String visit = pastVisit();
              return RoundTrips.of(() -> complete(visit).then().statusCode(201));
            });
    assertThat(trips.count()).as("%s", trips).isLessThanOrEqualTo(4);
  }

  @Test
  void what_a_completion_answers_is_what_is_read_afterwards() {
    String visit = pastVisit();
    Response answer = complete(visit);
    Response read = as("manager").get("/v1/visits/" + visit);
    assertThat(answer.asString()).isEqualTo(read.asString());
    assertThat(answer.header("ETag")).isEqualTo(read.header("ETag"));
  }

  @Test
  void no_operation_takes_more_than_the_table_says() {
    RoundTripTable table =
        new RoundTripTable(Path.of("../bench/results/round-trips.md"), "jobs-service");
    visits(table);
    planning(table);
    technicians(table);
    agreements(table);
    imports(table);
    reads(table);
    accounting.count(table);
    table.assertCommitted();
  }

  private void visits(RoundTripTable table) {
    table.count(
        "POST /v1/visits/{id}/completion",
        () -> {
          String visit = pastVisit();
          return () -> complete(visit);
        });
    table.count(
        "POST /v1/visits/{id}/arrival",
        () -> {
          String visit = pastVisit();
          return () -> post("/v1/visits/" + visit + "/arrival", "{}");
        });
    table.count(
        "PUT /v1/visits/{id}/checklist",
        () -> {
          String visit = pastVisit();
          String path = "/v1/visits/" + visit;
          String tag = etag(path);
          return () ->
              json("manager", "{\"checklist\":[{\"text\":\"Cellar\",\"done\":true}]}")
                  .header("If-Match", tag)
                  .put(path + "/checklist");
        });
    table.count(
        "POST /v1/visits/{id}/missed",
        () -> {
          String visit = pastVisit();
          return () ->
              post("/v1/visits/" + visit + "/missed", "{\"reason\":\"CUSTOMER_NOT_THERE\"}");
        });
    table.count(
        "POST /v1/visits/{id}/told",
        () -> {
          String visit = visitToCome();
          return () -> post("/v1/visits/" + visit + "/told", "{}");
        });
    table.count(
        "POST /v1/visits/{id}/reschedule",
        "the technicians are held, so that nobody is at two visits at once",
        () -> {
          String visit = visitToCome();
          return () ->
              post(
                  "/v1/visits/" + visit + "/reschedule",
                  "{\"scheduledAt\":\"%s\"}".formatted(at(today().plusDays(12), 11)));
        });
    table.count(
        "PATCH /v1/visits/{id}",
        () -> {
          String visit = pastVisit();
          complete(visit).then().statusCode(201);
          return change("/v1/visits/" + visit, "{\"onTime\":false}");
        });
  }

  private void planning(RoundTripTable table) {
    table.count(
        "POST /v1/visits",
        "the driver asks for the type of a null that is bound",
        () -> {
          String body =
              "{\"externalId\":\"%s\",\"agreementId\":\"%s\",\"scheduledAt\":\"%s\"}"
                  .formatted(company.key("V"), agreement, at(START.plusMonths(months++), 10));
          return () -> post("/v1/visits", body);
        });
    for (String permanence : new String[] {"THIS_VISIT", "FOR_GOOD"}) {
      table.count(
          "PUT /v1/visits/{id}/assignment (%s)".formatted(permanence),
          "proposed, weighed and, after feedback-service was asked, changed: three transactions",
          () -> {
            String visit = visitToCome();
            String tag = etag("/v1/visits/" + visit);
            return () ->
                json(
                        "csr",
                        """
                        {"technicianId":"%s","reason":"REASSIGNED","permanence":"%s"}\
                        """
                            .formatted(other, permanence))
                    .header("If-Match", tag)
                    .put("/v1/visits/" + visit + "/assignment");
          });
    }
  }

  private void technicians(RoundTripTable table) {
    table.count(
        "POST /v1/technicians",
        () -> {
          String body =
              "{\"externalId\":\"%s\",\"name\":\"Cleo\",\"branch\":\"north\"}"
                  .formatted(company.key("T"));
          return () -> post("/v1/technicians", body);
        });
    table.count(
        "PATCH /v1/technicians/{id}",
        () ->
            change(
                "/v1/technicians/" + technician, "{\"name\":\"%s\"}".formatted(company.key("A"))));
    table.count(
        "POST /v1/technicians/{id}/absences",
        () -> {
          LocalDate day = START.plusMonths(months++);
          String body = "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%1$s\"}".formatted(day);
          return () -> post("/v1/technicians/" + other + "/absences", body);
        });
    table.count(
        "DELETE /v1/technicians/{id}/absences/{absenceId}",
        () -> {
          String absences = "/v1/technicians/" + other + "/absences";
          String absence =
              absences
                  + "/"
                  + post(
                          absences,
                          "{\"kind\":\"SICK\",\"from\":\"2024-02-05\",\"to\":\"2024-02-07\"}")
                      .path("id");
          String tag = etag(absence);
          return () -> as("manager").header("If-Match", tag).delete(absence);
        });
  }

  private void agreements(RoundTripTable table) {
    table.count(
        "POST /v1/agreements",
        "its visits are planned in the same transaction",
        () -> {
          String body =
              """
              {"externalId":"%s","customerId":"%s","program":"Monthly","recurrence":"FREQ=MONTHLY",
               "startsOn":"%s","price":{"amount":"89.00","currency":"USD"},"technicianId":"%s"}\
              """
                  .formatted(company.key("A"), customer, today(), technician);
          return () -> post("/v1/agreements", body);
        });
    table.count(
        "PATCH /v1/agreements/{id}",
        "its visits are planned anew in the same transaction",
        () -> {
          String one = company.monthlyAgreement(customer, technician, today());
          return change("/v1/agreements/" + one, "{\"recurrence\":\"FREQ=WEEKLY\"}");
        });
    table.count(
        "POST /v1/agreements/{id}/cancellation",
        "its visits are withdrawn in the same transaction",
        () -> {
          String one = company.monthlyAgreement(customer, technician, today());
          return () -> post("/v1/agreements/" + one + "/cancellation", "{\"reason\":\"PRICE\"}");
        });
  }

  private void imports(RoundTripTable table) {
    table.count(
        "POST /v1/technicians/import (a chunk)",
        () -> {
          String line = "{\"externalId\":\"%s\",\"name\":\"Dan\"}".formatted(company.key("T"));
          return () -> importing("/v1/technicians/import", line);
        });
    table.count(
        "POST /v1/visits/import (a chunk)",
        () -> {
          String key = as("manager").get("/v1/agreements/" + agreement).path("externalId");
          String who = as("manager").get("/v1/technicians/" + technician).path("externalId");
          String line =
              """
              {"externalId":"%s","agreementExternalId":"%s","scheduledAt":"%s","outcome":"COMPLETED","technicianExternalId":"%s"}\
              """
                  .formatted(company.key("V"), key, at(START.plusMonths(months++), 10), who);
          return () -> importing("/v1/visits/import", line);
        });
  }

  private void reads(RoundTripTable table) {
    String visit = visitToCome();
    table.count("GET /v1/visits/{id}", () -> () -> as("csr").get("/v1/visits/" + visit));
    table.count(
        "GET /v1/visits/{id}/job-sheet",
        () -> () -> as("csr").get("/v1/visits/" + visit + "/job-sheet"));
    table.count("GET /v1/visits", () -> () -> as("csr").get("/v1/visits?limit=50"));
    table.count("GET /v1/technicians", () -> () -> as("csr").get("/v1/technicians"));
    table.count("GET /v1/agreements", () -> () -> as("csr").get("/v1/agreements"));
  }
}
