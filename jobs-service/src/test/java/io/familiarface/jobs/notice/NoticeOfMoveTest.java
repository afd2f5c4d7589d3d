package io.familiarface.jobs.notice;

import static io.familiarface.rest.testing.Api.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Another day, hour or window than was said. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeOfMoveTest extends NoticeFixture {
  @Test
  void a_move_is_told_of_and_one_at_short_notice_is_unannounced() {
    Instant tomorrow = Instant.now().plus(Duration.ofHours(5));
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(tomorrow))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    notices("state=LATE")
        .body("items[0].changes", contains("TIME"))
        .body("items[0].unannounced", equalTo(true))
        .body("items[0].subject", containsString("Your visit moves to"));
    notices("state=OPEN").body("items", hasSize(0));
  }

  @Test
  void another_window_than_was_said_is_told_of_unless_the_customer_wanted_it() {
    String agreement =
        company.agreementWithWindow(customer, ben, Company.today().minusDays(3), 120);
    visit = company.visitsToCome(agreement).get(1);
    patch("{\"windowMinutes\":30,\"askedBy\":\"CUSTOMER\"}");
    notices("").body("items", hasSize(0));
    patch("{\"windowMinutes\":180}");
    notices("state=OPEN")
        .body("items[0].changes", contains("WINDOW"))
        .body("items[0].text", containsString("between 10:00 and 10:30, but"))
        .body("items[0].text", containsString("between 10:00 and 13:00."));
    patch("{\"windowMinutes\":30}");
    notices("").body("items", hasSize(0));
    patch("{\"windowMinutes\":180}");
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    notices("state=TOLD").body("items", hasSize(1));
    patch("{\"windowMinutes\":60}");
    notices("state=OPEN")
        .body("items[0].knownArrivalWindow.to", containsString("T"))
        .body("items[0].changes", contains("WINDOW"));
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    notices("state=TOLD").body("items", hasSize(1));
    patch("{\"windowMinutes\":90,\"customerToldAt\":\"%s\"}".formatted(Instant.now()));
    notices("state=TOLD").body("items", hasSize(1));
    company
        .assign(
            visit,
            """
            {"technicianId":"%s","reason":"SICK","permanence":"THIS_VISIT","customerTold":false}\
            """
                .formatted(company.technician("Ann")))
        .then()
        .statusCode(200);
    patch("{\"windowMinutes\":60,\"customerToldAt\":\"%s\"}".formatted(Instant.now()));
    notices("state=TOLD").body("items", hasSize(1));
  }

  @Test
  void an_hour_that_nobody_had_said_is_told_of_and_none_is_named_that_was_not() {
    String agreement = company.agreementWithoutTime(customer, ben, Company.today().minusDays(3));
    visit = company.visitsToCome(agreement).get(1);
    scheduledAt = Instant.parse(company.visit(visit).getString("scheduledAt"));
    moveByUs(scheduledAt.plus(Duration.ofHours(2)), true);
    notices("").body("items", hasSize(0));
    moveByUs(scheduledAt, false);
    notices("state=OPEN")
        .body("items[0].changes", contains("TIME"))
        .body("items[0].knownAnyTime", equalTo(true))
        .body("items[0].anyTime", equalTo(false))
        .body(
            "items[0].text",
            matchesPattern("(?s).*Your visit of [^,:]* moves to [^,:]*, 09:00\\..*"));
    moveByUs(scheduledAt, true);
    notices("").body("items", hasSize(0));
    moveByUs(scheduledAt, false);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    moveByUs(scheduledAt, true);
    notices("state=OPEN")
        .body("items[0].knownAnyTime", equalTo(false))
        .body("items[0].subject", containsString("at any time of the day"));
  }

  private void moveByUs(Instant to, boolean anyTime) {
    json("csr", "{\"scheduledAt\":\"%s\",\"anyTime\":%s}".formatted(to, anyTime))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
  }

  @Test
  void a_move_that_the_customer_asked_for_is_nothing_to_tell_them() {
    moveAsAsked(scheduledAt.plus(Duration.ofDays(2))).then().statusCode(201);
    notices("").body("items", hasSize(0));
  }

  @Test
  void what_else_they_have_to_be_told_stays() {
    send(cleo, "\"reason\":\"REASSIGNED\"");
    Instant asked = scheduledAt.plus(Duration.ofDays(2));
    moveAsAsked(asked).then().statusCode(201);
    notices("state=OPEN")
        .body("items", hasSize(1))
        .body("items[0].changes", contains("TECHNICIAN"))
        .body("items[0].scheduledAt", equalTo(asked.toString()))
        .body("items[0].knownAt", equalTo(asked.toString()))
        .body("items[0].dueAt", equalTo(asked.minus(Duration.ofHours(24)).toString()));
  }

  @Test
  void moved_by_us_first_and_then_as_they_asked_nothing_is_left_to_tell() {
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(scheduledAt.plus(Duration.ofDays(1))))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    notices("state=OPEN").body("items", hasSize(1));
    moveAsAsked(scheduledAt.plus(Duration.ofDays(2))).then().statusCode(201);
    notices("").body("items", hasSize(0));
  }
}
