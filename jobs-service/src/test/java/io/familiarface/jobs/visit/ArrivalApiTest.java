package io.familiarface.jobs.visit;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.asTechnician;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrivalApiTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);
  private static final Instant FIRST = Company.at(START, 10);

  @Inject Company company;
  private String customer;
  private String technician;
  private String agreement;

  @BeforeEach
  void a_customer_who_was_told_between_ten_and_twelve() {
    customer = company.customer("Dorothy");
    technician = company.technician("Ann");
    agreement = company.agreementWithWindow(customer, technician, START, 120);
  }

  private static Response complete(String visit, Instant at) {
    return json("manager", "{\"completedAt\":\"%s\"}".formatted(at))
        .post("/v1/visits/" + visit + "/completion");
  }

  private static Response patch(String visit, String body) {
    String path = "/v1/visits/" + visit;
    return json("manager", body).header("If-Match", etag(path)).patch(path);
  }

  @Test
  void every_visit_of_an_agreement_has_its_window_and_another_window_plans_them_anew() {
    String path = "/v1/agreements/" + agreement;
    as("csr").get(path).then().body("windowMinutes", equalTo(120));
    String first = company.visitsToCome(agreement).get(0);
    Instant at = Instant.parse(company.visit(first).getString("scheduledAt"));
    as("csr")
        .get("/v1/visits/" + first)
        .then()
        .body("windowMinutes", equalTo(120))
        .body("arrivalWindow.from", equalTo(at.toString()))
        .body("arrivalWindow.to", equalTo(at.plusSeconds(7200).toString()));
    json("manager", "{\"windowMinutes\":60}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200)
        .body("windowMinutes", equalTo(60));
    as("csr")
        .get("/v1/visits?state=PLANNED&agreementId=" + agreement)
        .then()
        .body("items", everyItem(hasEntry("windowMinutes", 60)));
    json("manager", "{\"windowMinutes\":721}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/windowMinutes"));
  }

  @Test
  void a_visit_without_a_window_says_none() {
    String other = company.monthlyAgreement(customer, technician, START.plusDays(1));
    as("csr")
        .get("/v1/visits/" + company.pastVisit(other, FIRST.plusSeconds(86400)))
        .then()
        .body("windowMinutes", nullValue())
        .body("arrivalWindow", nullValue());
  }

  @Test
  void a_visit_at_no_time_in_particular_has_no_window_and_nobody_is_late_for_it() {
    String visit = company.visitsToCome(agreement).get(0);
    company.isPlannedFor(visit, Company.today().atStartOfDay(Company.ZONE).toInstant(), false);
    as("csr").get("/v1/visits/" + visit).then().body("arrivalWindow", nullValue());
    json("csr", "{}")
        .post("/v1/visits/" + visit + "/arrival")
        .then()
        .statusCode(201)
        .body("onTime", nullValue());
  }

  @Test
  void a_single_visit_has_the_window_that_is_said_of_it() {
    String visit =
        json(
                "manager",
                "{\"agreementId\":\"%s\",\"scheduledAt\":\"%s\",\"windowMinutes\":0}"
                    .formatted(agreement, FIRST))
            .post("/v1/visits")
            .then()
            .statusCode(201)
            .body("arrivalWindow.to", equalTo(FIRST.toString()))
            .extract()
            .path("id");
    patch(visit, "{\"windowMinutes\":30}")
        .then()
        .statusCode(200)
        .body("state", equalTo("PLANNED"))
        .body("arrivalWindow.to", equalTo(FIRST.plusSeconds(1800).toString()));
    patch(visit, "{\"onTime\":true}").then().statusCode(409);
  }

  @Test
  void whoever_arrives_within_the_window_is_on_time() {
    String visit = company.pastVisit(agreement, FIRST);
    company
        .arrive(visit, FIRST.plusSeconds(7230))
        .then()
        .statusCode(201)
        .body("state", equalTo("PLANNED"))
        .body("arrivedAt", equalTo(FIRST.plusSeconds(7230).toString()));
    complete(visit, FIRST.plusSeconds(9000)).then().statusCode(201).body("onTime", equalTo(true));
    List<Map<String, Object>> events =
        company.eventsWith("jobs", customer, "io.familiarface.visit.completed");
    assertThat(events.get(events.size() - 1).get("data"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("windowMinutes", 120)
        .containsEntry("arrivedAt", FIRST.plusSeconds(7230).toString())
        .containsEntry("onTime", true);
  }

  @Test
  void whoever_arrives_after_the_window_is_late_unless_somebody_knows_better() {
    String late = company.pastVisit(agreement, FIRST);
    company.arrive(late, FIRST.plusSeconds(7260)).then().statusCode(201);
    complete(late, FIRST.plusSeconds(9000)).then().statusCode(201).body("onTime", equalTo(false));
    Instant second = Company.at(START.plusMonths(1), 10);
    String excused = company.pastVisit(agreement, second);
    company.arrive(excused, second.plusSeconds(8000)).then().statusCode(201);
    company
        .completeOnTime(excused, second.plusSeconds(9000))
        .then()
        .statusCode(201)
        .body("onTime", equalTo(true));
  }

  @Test
  void without_an_arrival_nobody_knows_whether_it_was_on_time() {
    String visit = company.pastVisit(agreement, FIRST);
    complete(visit, FIRST.plusSeconds(60)).then().statusCode(201).body("onTime", nullValue());
  }

  @Test
  void a_technician_arrives_once_and_not_before_the_day_and_not_tomorrow() {
    String visit = company.pastVisit(agreement, FIRST);
    company
        .arrive(visit, FIRST.minusSeconds(86400))
        .then()
        .statusCode(422)
        .body("type", containsString("before-the-visit"));
    company.arrive(visit, Instant.now().plusSeconds(86400)).then().statusCode(400);
    json("csr", "{\"arrivedAt\":\"%s\"}".formatted(FIRST))
        .post("/v1/visits/" + visit + "/arrival")
        .then()
        .statusCode(403);
    company.arrive(visit, FIRST.minusSeconds(600)).then().statusCode(201);
    company
        .arrive(visit, FIRST)
        .then()
        .statusCode(409)
        .body("type", containsString("already-arrived"));
    complete(visit, FIRST.plusSeconds(60)).then().statusCode(201).body("onTime", equalTo(true));
    company.arrive(visit, FIRST).then().statusCode(409);
    String toCome = company.visitsToCome(agreement).get(0);
    json("csr", "{}").post("/v1/visits/" + toCome + "/arrival").then().statusCode(422);
  }

  @Test
  void nobody_is_done_before_they_arrived() {
    String visit = company.pastVisit(agreement, FIRST);
    company.arrive(visit, FIRST.plusSeconds(600)).then().statusCode(201);
    complete(visit, FIRST.plusSeconds(300))
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/completedAt"));
  }

  @Test
  void the_same_request_again_is_the_same_arrival() {
    String visit = company.pastVisit(agreement, FIRST);
    String key = UUID.randomUUID().toString();
    String body = "{\"arrivedAt\":\"%s\"}".formatted(FIRST);
    String path = "/v1/visits/" + visit + "/arrival";
    String first = json("manager", body).header("Idempotency-Key", key).post(path).asString();
    json("manager", body)
        .header("Idempotency-Key", key)
        .post(path)
        .then()
        .statusCode(201)
        .body(equalTo(first));
  }

  @Test
  void only_the_technician_of_the_visit_arrives_at_it() {
    String today =
        company.agreementWithWindow(customer, technician, Company.today().minusDays(1), 60);
    String visit = company.pastVisit(today, Instant.now().minusSeconds(60));
    String path = "/v1/visits/" + visit + "/arrival";
    asTechnician(UUID.randomUUID())
        .contentType("application/json")
        .body("{}")
        .post(path)
        .then()
        .statusCode(403);
    asTechnician(UUID.fromString(technician))
        .contentType("application/json")
        .body("{}")
        .post(path)
        .then()
        .statusCode(201);
  }

  @Test
  void whoever_comes_at_another_time_has_yet_to_arrive() {
    String visit = company.pastVisit(agreement, FIRST);
    company.arrive(visit, FIRST).then().statusCode(201);
    json(
            "manager",
            "{\"scheduledAt\":\"%s\"}".formatted(Company.at(Company.today().plusDays(3), 11)))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201)
        .body("arrivedAt", nullValue())
        .body("windowMinutes", equalTo(120));
  }

  @Test
  void a_corrected_arrival_says_anew_whether_it_was_on_time() {
    String visit = company.pastVisit(agreement, FIRST);
    company.arrive(visit, FIRST.plusSeconds(8000)).then().statusCode(201);
    complete(visit, FIRST.plusSeconds(9000)).then().statusCode(201).body("onTime", equalTo(false));
    patch(visit, "{\"arrivedAt\":\"%s\"}".formatted(FIRST.plusSeconds(600)))
        .then()
        .statusCode(200)
        .body("onTime", equalTo(true));
    patch(visit, "{\"arrivedAt\":\"%s\",\"onTime\":true}".formatted(FIRST.plusSeconds(8000)))
        .then()
        .statusCode(200)
        .body("onTime", equalTo(true));
    patch(visit, "{\"windowMinutes\":240}").then().statusCode(200).body("onTime", equalTo(true));
    patch(visit, "{\"arrivedAt\":\"%s\"}".formatted(FIRST.plusSeconds(9060)))
        .then()
        .statusCode(422);
    patch(visit, "{\"completedAt\":null}")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/completedAt"));
  }

  @Test
  void the_window_is_said_on_job_sheet_notice_calendar_board_and_what_is_left_behind() {
    String visit = company.visitsToCome(agreement).get(0);
    Instant at = Instant.parse(company.visit(visit).getString("scheduledAt"));
    String words = "between 10:00 and 12:00";
    as("csr")
        .get("/v1/visits/" + visit + "/job-sheet")
        .then()
        .body("when.companyTime", containsString(", " + words))
        .body("when.arrivalWindow.to", equalTo(at.plusSeconds(7200).toString()));
    company
        .assign(
            visit,
            "{\"technicianId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(company.technician("Ben")))
        .then()
        .statusCode(200);
    as("csr")
        .get("/v1/notices?visitId=" + visit)
        .then()
        .body("items[0].text", containsString(words));
    as("csr")
        .get("/v1/board?days=1&from=" + at.atZone(Company.ZONE).toLocalDate())
        .then()
        .body(
            "technicians.days.flatten().visits.flatten().find { it.id == '%s' }.arrivalWindow.to"
                .formatted(visit),
            equalTo(at.plusSeconds(7200).toString()));
    String link =
        json("csr", "{\"customerId\":\"%s\"}".formatted(customer))
            .post("/v1/calendar-links")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    assertThat(as("csr").get(link.substring(link.indexOf("/v1/"))).asString())
        .contains("DESCRIPTION:We come " + words + ".");
    String past = company.pastVisit(agreement, FIRST);
    company.arrive(past, FIRST.plusSeconds(1200)).then().statusCode(201);
    complete(past, FIRST.plusSeconds(3600)).then().statusCode(201);
    as("csr")
        .get("/v1/visits/" + past + "/leave-behind")
        .then()
        .body("agreedTime", equalTo(words))
        .body("arrivalTime", equalTo("10:20"));
  }

  @Test
  void another_system_says_windows_and_leaves_them_as_they_are() {
    String key = as("manager").get("/v1/agreements/" + agreement).path("externalId");
    String who = as("manager").get("/v1/technicians/" + technician).path("externalId");
    String past = company.key("V");
    String toCome = company.key("V");
    String line =
        """
        {"externalId":"%s","agreementExternalId":"%s","scheduledAt":"%s","outcome":"%s",
        "technicianExternalId":"%s"%s}\
        """;
    Instant next = Company.at(Company.today().plusDays(200), 10);
    importing(
            "/v1/visits/import",
            line.formatted(past, key, FIRST, "COMPLETED", who, ",\"windowMinutes\":60")
                    .replace("\n", "")
                + "\n"
                + line.formatted(toCome, key, next, "PLANNED", who, "").replace("\n", ""))
        .then()
        .statusCode(200);
    as("csr").get("/v1/visits/ext:" + past).then().body("windowMinutes", equalTo(60));
    as("csr").get("/v1/visits/ext:" + toCome).then().body("windowMinutes", equalTo(120));
    assertThat(
            importing(
                    "/v1/visits/import",
                    line.formatted(past, key, FIRST, "COMPLETED", who, "").replace("\n", ""))
                .asString())
        .contains("UNCHANGED");
    as("csr").get("/v1/visits/ext:" + past).then().body("windowMinutes", equalTo(60));
  }

  @Test
  void another_system_says_arrivals_and_what_was_done() {
    String line =
        "{\"externalId\":\"%s\",\"agreementExternalId\":\"%s\",\"scheduledAt\":\"%s\","
            + "\"outcome\":\"COMPLETED\",\"technicianExternalId\":\"%s\",\"windowMinutes\":60%s}";
    String key = company.key("V");
    String said = ",\"arrivedAt\":\"%s\",\"checklist\":[\"Traps\",\"Cellar\"],\"checklistDone\":%s";
    String agreed = as("manager").get("/v1/agreements/" + agreement).path("externalId");
    String who = as("manager").get("/v1/technicians/" + technician).path("externalId");
    String late = said.formatted(FIRST.plusSeconds(3660), "[\"Traps\"]");
    String path = "/v1/visits/ext:" + key;
    assertThat(imported(line.formatted(key, agreed, FIRST, who, late))).contains("CREATED");
    as("csr")
        .get(path)
        .then()
        .body("arrivedAt", equalTo(FIRST.plusSeconds(3660).toString()))
        .body("onTime", equalTo(false))
        .body("checklist.text", contains("Traps", "Cellar"))
        .body("checklist.done", contains(true, false));
    assertThat(imported(line.formatted(key, agreed, FIRST, who, late))).contains("UNCHANGED");
    assertThat(imported(line.formatted(key, agreed, FIRST, who, ""))).contains("UNCHANGED");
    String both = said.formatted(FIRST.plusSeconds(3660), "[\"Traps\",\"Cellar\"]");
    assertThat(imported(line.formatted(key, agreed, FIRST, who, both))).contains("UPDATED");
    as("csr").get(path).then().body("checklist.done", contains(true, true));
    String early = ",\"arrivedAt\":\"%s\"".formatted(FIRST.plusSeconds(600));
    assertThat(imported(line.formatted(key, agreed, FIRST, who, early))).contains("UPDATED");
    as("csr").get(path).then().body("onTime", equalTo(true));
    assertThat(imported(line.formatted(key, agreed, FIRST, who, early))).contains("UNCHANGED");
    Instant nextDay = FIRST.plusSeconds(86_400);
    assertThat(imported(line.formatted(key, agreed, nextDay, who, ""))).contains("UPDATED");
    as("csr")
        .get(path)
        .then()
        .body("scheduledAt", equalTo(nextDay.toString()))
        .body("arrivedAt", nullValue())
        .body("onTime", nullValue());
    for (String refused :
        List.of(
            said.formatted(FIRST, "[\"Attic\"]"),
            ",\"arrivedAt\":\"%s\"".formatted(FIRST.minusSeconds(86_400)),
            ",\"arrivedAt\":\"%s\"".formatted(Instant.now().plusSeconds(86_400)))) {
      assertThat(imported(line.formatted(company.key("V"), agreed, FIRST, who, refused)))
          .contains("REJECTED");
    }
  }

  private static String imported(String line) {
    return importing("/v1/visits/import", line).asString();
  }
}
