package io.familiarface.jobs.agreement;

import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PauseApiTest {
  private static final LocalDate START = today().plusDays(3);

  @Inject Company company;
  private String technician;
  private String agreement;
  private String path;

  @BeforeEach
  void a_weekly_agreement() {
    technician = company.technician("Ann");
    agreement =
        json(
                "manager",
                """
                {"customerId":"%s","program":"Weekly","recurrence":"FREQ=WEEKLY","startsOn":"%s",
                 "visitAt":"10:00","price":{"amount":"20.00","currency":"USD"},
                 "technicianId":"%s"}"""
                    .formatted(company.customer("Dorothy"), START, technician))
            .post("/v1/agreements")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    path = "/v1/agreements/" + agreement;
  }

  private List<LocalDate> days() {
    return company.visitsToCome(agreement).stream()
        .map(visit -> company.visit(visit).getString("scheduledAt"))
        .map(at -> Instant.parse(at).atZone(Company.ZONE).toLocalDate())
        .toList();
  }

  @Test
  void nobody_comes_in_a_pause_and_the_visits_around_it_stay() {
    List<LocalDate> before = days();
    String first = company.visitsToCome(agreement).get(0);
    LocalDate from = START.plusDays(7);
    LocalDate until = START.plusDays(20);
    json("csr", "{\"from\":\"%s\",\"until\":\"%s\"}".formatted(from, until))
        .post(path + "/pause")
        .then()
        .statusCode(201)
        .body("pausedFrom", equalTo(from.toString()))
        .body("state", equalTo("ACTIVE"));
    assertThat(days())
        .containsExactlyElementsOf(
            before.stream().filter(day -> day.isBefore(from) || day.isAfter(until)).toList());
    assertThat(company.visitsToCome(agreement)).as("the same visit").startsWith(first);
    as("csr").delete(path + "/pause").then().statusCode(428);
    as("csr").header("If-Match", etag(path)).delete(path + "/pause").then().statusCode(204);
    as("csr").get(path).then().body("pausedFrom", nullValue());
    assertThat(days()).containsExactlyElementsOf(before);
  }

  @Test
  void a_pause_without_an_end_lasts() {
    json("csr", "{\"from\":\"%s\"}".formatted(START.plusDays(1)))
        .post(path + "/pause")
        .then()
        .statusCode(201);
    assertThat(days()).containsExactly(START);
  }

  @Test
  void a_pause_from_today_on_takes_what_was_to_be_done_at_some_time_today() {
    agreement = company.agreementWithoutTime(company.customer("Edith"), technician, today());
    path = "/v1/agreements/" + agreement;
    String visit = (String) company.visits(agreement).get(0).get("id");
    Instant begun = today().atStartOfDay(Company.ZONE).toInstant();
    company.isPlannedFor(visit, begun, false);
    json("csr", "{\"from\":\"%s\",\"until\":\"%<s\"}".formatted(today()))
        .post(path + "/pause")
        .then()
        .statusCode(201);
    assertThat(company.visit(visit).getString("state")).isEqualTo("WITHDRAWN");
    as("csr").header("If-Match", "*").delete(path + "/pause").then().statusCode(204);
    assertThat(company.visits(agreement))
        .filteredOn(one -> "PLANNED".equals(one.get("state")))
        .filteredOn(one -> today().toString().equals(dayOf(one)))
        .hasSize(1);
  }

  @Test
  void another_rule_takes_what_was_to_be_done_at_some_time_today() {
    agreement = company.agreementWithoutTime(company.customer("Edith"), technician, today());
    path = "/v1/agreements/" + agreement;
    String visit = (String) company.visits(agreement).get(0).get("id");
    company.isPlannedFor(visit, today().atStartOfDay(Company.ZONE).toInstant(), false);
    json(
            "manager",
            "{\"recurrence\":\"FREQ=MONTHLY;BYMONTHDAY=%d\"}"
                .formatted(today().plusDays(1).getDayOfMonth()))
        .header("If-Match", "*")
        .patch(path)
        .then()
        .statusCode(200);
    assertThat(company.visit(visit).getString("state")).isEqualTo("WITHDRAWN");
  }

  private static String dayOf(Map<String, Object> visit) {
    return Instant.parse((String) visit.get("scheduledAt"))
        .atZone(Company.ZONE)
        .toLocalDate()
        .toString();
  }

  @Test
  void a_pause_after_the_end_is_none() {
    LocalDate end = START.plusDays(7);
    json(
            "manager",
            "{\"recurrence\":\"FREQ=WEEKLY;UNTIL=%s\"}"
                .formatted(DateTimeFormatter.BASIC_ISO_DATE.format(end)))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    json("csr", "{\"from\":\"%s\"}".formatted(end.plusDays(1)))
        .post(path + "/pause")
        .then()
        .statusCode(422)
        .body("violations[0].message", containsString("ends on " + end));
    json("csr", "{\"from\":\"%s\"}".formatted(end)).post(path + "/pause").then().statusCode(201);
  }

  @Test
  void a_pause_that_cannot_be_changes_nothing() {
    List<LocalDate> before = days();
    json("csr", "{\"from\":\"%s\"}".formatted(today().minusDays(1)))
        .post(path + "/pause")
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/from"));
    json("csr", "{\"from\":\"%s\",\"until\":\"%s\"}".formatted(START, START.minusDays(1)))
        .post(path + "/pause")
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/until"));
    json("csr", "{}").post(path + "/pause").then().statusCode(400);
    as("csr")
        .header("If-Match", etag(path))
        .delete(path + "/pause")
        .then()
        .statusCode(409)
        .body("type", containsString("not-paused"));
    assertThat(days()).isEqualTo(before);
  }
}
