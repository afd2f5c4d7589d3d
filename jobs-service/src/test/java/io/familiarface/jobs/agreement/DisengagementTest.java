package io.familiarface.jobs.agreement;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.database.Database;
import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** That customers draw back a little is told as a fact of its own. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DisengagementTest {
  @Inject Company company;
  @Inject Database database;
  private String customer;
  private String agreement;

  @BeforeEach
  void dorothy_to_whom_ann_comes_monthly() {
    customer = company.customer("Dorothy");
    agreement =
        company.monthlyAgreement(customer, company.technician("Ann"), Company.today().plusDays(5));
  }

  @Test
  void a_pause_is_told_once() {
    pause(10);
    pause(12);
    as("csr").header("If-Match", "*").delete(path() + "/pause").then().statusCode(204);
    assertThat(told()).containsExactly("PAUSED");
  }

  @Test
  void a_pause_after_one_that_is_over_is_told_as_well() {
    pause(10);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .sql(
                        """
                        update agreement set paused_from = :from, paused_until = :until
                        where id = :id
                        """)
                    .bind("from", day(-40))
                    .bind("until", day(-1))
                    .bind("id", UUID.fromString(agreement))
                    .update());
    pause(12);
    assertThat(told()).containsExactly("PAUSED", "PAUSED");
  }

  @Test
  void so_are_fewer_visits_and_more_of_them_are_none() {
    change("{\"recurrence\":\"FREQ=WEEKLY\"}");
    change("{\"price\":{\"amount\":\"50.00\"}}");
    change("{\"recurrence\":\"FREQ=MONTHLY;INTERVAL=2\"}");
    assertThat(told()).containsExactly("LESS_OFTEN");
  }

  @Test
  void fewer_visits_that_an_import_brings_are_told_as_those_that_are_agreed_on_here() {
    for (String terms : List.of("3\",\"askedBy\":\"COMPANY\"", "4\"", "2\"")) {
      var known = as("csr").get(path()).jsonPath();
      String line =
          """
          {"externalId":"%s","customerExternalId":"%s","program":"Monthly rodent control",\
          "startsOn":"%s","recurrence":"FREQ=MONTHLY;INTERVAL=%s}\
          """
              .formatted(
                  known.getString("externalId"),
                  known.getString("customerExternalId"),
                  known.getString("startsOn"),
                  terms);
      assertThat(Api.statuses(Api.importing("/v1/agreements/import", line)))
          .containsExactly("UPDATED");
    }
    assertThat(told()).containsExactly("LESS_OFTEN");
  }

  @Test
  void what_we_want_otherwise_is_no_signal_of_the_customers() {
    change("{\"recurrence\":\"FREQ=MONTHLY;INTERVAL=2\",\"askedBy\":\"COMPANY\"}");
    json("csr", "{\"from\":\"%s\",\"askedBy\":\"COMPANY\"}".formatted(day(10)))
        .post(path() + "/pause")
        .then()
        .statusCode(201);
    assertThat(told()).isEmpty();
  }

  @Test
  void that_the_customer_moves_a_visit_is_told_apart_from_our_moving_it() {
    String visit = company.visitsToCome(agreement).get(0);
    move(visit, 41, "");
    move(visit, 42, ",\"askedBy\":\"COMPANY\"");
    move(visit, 43, ",\"askedBy\":\"CUSTOMER\"");
    assertThat(told()).containsExactly("RESCHEDULED");
    json("csr", "{\"scheduledAt\":\"%s\",\"askedBy\":\"DOG\"}".formatted(Company.at(day(44), 12)))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(400);
  }

  private static LocalDate day(int days) {
    return Company.today().plusDays(days);
  }

  private String path() {
    return "/v1/agreements/" + agreement;
  }

  private void pause(int days) {
    json("csr", "{\"from\":\"%s\"}".formatted(day(days)))
        .post(path() + "/pause")
        .then()
        .statusCode(201);
  }

  private void change(String terms) {
    json("manager", terms).header("If-Match", etag(path())).patch(path()).then().statusCode(200);
  }

  private static void move(String visit, int days, String more) {
    json("csr", "{\"scheduledAt\":\"%s\"%s}".formatted(Company.at(day(days), 12), more))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
  }

  /** How, in the order in which it was told; all of it has been once the agreement has ended. */
  private List<String> told() {
    json("csr", "{\"reason\":\"PRICE\"}").post(path() + "/cancellation").then().statusCode(201);
    return company.eventsWith("jobs", customer, "io.familiarface.agreement.cancelled").stream()
        .filter(event -> "io.familiarface.agreement.disengaged".equals(event.get("type")))
        .map(event -> ((Map<?, ?>) event.get("data")).get("how").toString())
        .toList();
  }
}
