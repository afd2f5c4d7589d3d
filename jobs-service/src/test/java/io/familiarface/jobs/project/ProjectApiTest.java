package io.familiarface.jobs.project;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.database.Database;
import io.familiarface.jobs.Company;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectApiTest {
  private static final LocalDate START = Company.today().plusDays(10);

  @Inject Company company;
  @Inject Technicians technicians;
  @Inject Database database;
  String customer;
  String ben;
  String project;

  @BeforeEach
  void a_flooded_cellar() {
    customer = company.customer("Ines");
    ben = company.technician("Ben");
    project =
        "/v1/projects/"
            + json(
                    "csr",
                    """
                    {"customerId":"%s","title":"Dry out the cellar","careLevel":"HIGH"}\
                    """
                        .formatted(customer))
                .post("/v1/projects")
                .then()
                .statusCode(201)
                .body("careLevel", equalTo("HIGH"))
                .body("surprises", equalTo(0))
                .extract()
                .path("id");
    step("Pumping", START, "[]").statusCode(201).body("number", equalTo(1));
    step("Drying", START.plusDays(1), "[1]").statusCode(201).body("number", equalTo(2));
  }

  @Test
  void the_customer_is_walked_through_steps_in_words_for_a_layman() {
    as("csr").get(project).then().body("walkedThrough", nullValue()).body("next", equalTo(1));
    json("csr", "{\"with\":\" Ines  Moreau \"}")
        .post(project + "/walk-through")
        .then()
        .statusCode(201)
        .body("walkedThrough.with", equalTo("Ines Moreau"))
        .body("steps", hasSize(2))
        .body("steps[1].after[0]", equalTo(1))
        .body("steps[1].whatToExpect", equalTo("It hums."))
        .body("steps[1].walkedThroughAt", notNullValue());
  }

  @Test
  void before_the_walk_through_nothing_is_a_surprise() {
    move(2, 3, "").statusCode(200).body("surprise", equalTo(false));
    as("csr").get(project).then().body("surprises", equalTo(0));
  }

  @Test
  void a_step_that_moves_untold_is_a_surprise_counted_evented_and_somebodys_task() {
    walkThrough();
    move(2, 3, "").statusCode(200).body("surprise", equalTo(true));
    as("csr").get(project).then().body("surprises", equalTo(1));
    as("csr")
        .get("/v1/notices?customerId=" + customer)
        .then()
        .body("items", hasSize(1))
        .body("items[0].step", equalTo(2))
        .body("items[0].changes[0]", equalTo("TIME"));
    Map<String, Object> event =
        company.eventsWith("jobs", customer, "io.familiarface.project.surprised").stream()
            .filter(one -> "io.familiarface.project.surprised".equals(one.get("type")))
            .findFirst()
            .orElseThrow();
    assertThat(event.get("data").toString()).contains("changes=[TIME]").doesNotContain("cellar");
  }

  @Test
  void a_step_that_lasts_longer_is_told_of_as_long_as_it_goes_on() {
    LocalDate yesterday = Company.today().minusDays(1);
    step("Airing", yesterday, "[]").statusCode(201);
    walkThrough();
    json("csr", "{\"endsOn\":\"%s\"}".formatted(Company.today().plusDays(1)))
        .header("If-Match", "*")
        .patch(project + "/steps/3")
        .then()
        .statusCode(200)
        .body("surprise", equalTo(true));
    as("csr")
        .get("/v1/notices?customerId=" + customer)
        .then()
        .body("items", hasSize(1))
        .body("items[0].changes", equalTo(List.of("TIME")))
        .body("items[0].text", containsString(" is now planned for "))
        .body("items[0].text", containsString(" to "));
  }

  @Test
  void a_step_that_is_again_as_they_know_it_is_nothing_to_tell() {
    walkThrough();
    move(2, 3, "").statusCode(200).body("surprise", equalTo(true));
    move(2, 1, "").statusCode(200).body("surprise", equalTo(false));
    as("csr").get("/v1/notices?customerId=" + customer).then().body("items", hasSize(0));
    as("csr").get(project).then().body("surprises", equalTo(1));
    move(2, 3, "").statusCode(200).body("surprise", equalTo(true));
    as("csr").get("/v1/notices?customerId=" + customer).then().body("items", hasSize(1));
    as("csr").get(project).then().body("surprises", equalTo(2));
    assertThat(company.events("jobs", customer, told -> surprises(told) == 2)).isNotEmpty();
  }

  private static long surprises(List<Map<String, Object>> events) {
    return events.stream()
        .filter(event -> "io.familiarface.project.surprised".equals(event.get("type")))
        .count();
  }

  @Test
  void walked_through_again_they_have_been_told_and_what_changes_then_surprises_them_anew() {
    walkThrough();
    move(2, 3, "").statusCode(200);
    json("csr", "{\"with\":\"Ines\",\"at\":\"%s\"}".formatted(Instant.now().minusSeconds(3600)))
        .post(project + "/walk-through")
        .then()
        .statusCode(201);
    String notices = "/v1/notices?customerId=" + customer;
    as("csr").get(notices).then().body("items.state", equalTo(List.of("OPEN")));
    walkThrough();
    as("csr").get(notices).then().body("items.state", equalTo(List.of("TOLD")));
    move(2, 1, "").statusCode(200).body("surprise", equalTo(true));
    as("csr").get(notices).then().body("items.state", equalTo(List.of("OPEN")));
  }

  @Test
  void told_of_with_a_second_change_the_notice_says_what_they_were_told() {
    walkThrough();
    move(2, 3, "").statusCode(200);
    move(2, 5, ",\"customerToldAt\":\"%s\"".formatted(Instant.now().minusSeconds(60)))
        .statusCode(200);
    as("csr")
        .get("/v1/notices?customerId=" + customer)
        .then()
        .body("items[0].state", equalTo("TOLD"))
        .body("items[0].scheduledAt", equalTo(Company.at(START.plusDays(5), 0).toString()));
  }

  @Test
  void told_first_it_is_no_surprise() {
    walkThrough();
    move(2, 3, ",\"customerToldAt\":\"%s\"".formatted(Instant.now().minusSeconds(60)))
        .statusCode(200)
        .body("surprise", equalTo(false));
    as("csr").get(project).then().body("surprises", equalTo(0));
    as("csr").get("/v1/notices?customerId=" + customer).then().body("items", hasSize(0));
  }

  @Test
  void another_person_is_a_surprise_as_well_and_who_phones_closes_the_notice() {
    walkThrough();
    String path = project + "/steps/1";
    json("csr", "{\"technicianId\":\"%s\"}".formatted(company.technician("Cleo")))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200)
        .body("surprise", equalTo(true));
    String notice =
        as("csr").get("/v1/notices?customerId=" + customer).then().extract().path("items[0].id");
    json("csr", "{\"told\":\"IN_PERSON\"}")
        .post("/v1/notices/" + notice + "/told")
        .then()
        .statusCode(201)
        .body("state", equalTo("TOLD"));
  }

  @Test
  void what_contradicts_itself_is_refused_and_changes_nothing() {
    step("Painting", START, "[9]").statusCode(422).body("type", containsString("contradiction"));
    step("Painting", START.minusDays(1), "[1]").statusCode(422);
    String path = project + "/steps/1";
    String tag = etag(path);
    patch(path, tag, "{\"after\":[1]}", 422);
    patch(path, tag, "{\"after\":[2]}", 422);
    patch(path, tag, "{\"endsOn\":\"%s\"}".formatted(START.minusDays(1)), 422);
    patch(path, tag, "{\"title\":null}", 400);
    patch(path, tag, "{\"customerToldAt\":\"2999-01-01T00:00:00Z\"}", 400);
    patch(path, null, "{\"title\":\"Other\"}", 428);
    patch(path, "\"7-7\"", "{\"title\":\"Other\"}", 412);
    assertThat(etag(path)).isEqualTo(tag);
    json("csr", "{\"with\":\"Ines\",\"steps\":[5]}")
        .post(project + "/walk-through")
        .then()
        .statusCode(422);
    as("csr").get(project + "/steps/3").then().statusCode(404);
    as("csr").get("/v1/projects/" + UUID.randomUUID()).then().statusCode(404);
    as("csr").get(project).then().body("steps", hasSize(2)).body("walkedThrough", nullValue());
  }

  @Test
  void a_step_does_not_end_after_one_that_needs_it_begins() {
    String path = project + "/steps/1";
    json("csr", "{\"endsOn\":\"%s\"}".formatted(START.plusDays(30)))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(422)
        .body("violations[0].pointer", equalTo("/endsOn"))
        .body("violations[0].message", containsString("Step 2"));
    as("csr").get(path).then().body("endsOn", equalTo(START.toString()));
  }

  @Test
  void that_the_customer_has_been_told_closes_the_notice_whenever_it_is_said() {
    walkThrough();
    move(2, 3, "").statusCode(200).body("surprise", equalTo(true));
    String path = project + "/steps/2";
    json("csr", "{\"customerToldAt\":\"%s\"}".formatted(Instant.now().minusSeconds(60)))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200)
        .body("surprise", equalTo(false));
    as("csr")
        .get("/v1/notices?customerId=" + customer)
        .then()
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("TOLD"));
  }

  @Test
  void nobody_is_planned_for_days_on_which_they_are_away_have_left_or_are_elsewhere() {
    String rosa = company.technician("Rosa");
    ben = rosa;
    away(rosa, START.plusDays(6));
    step("Painting", START.plusDays(6), "[]")
        .statusCode(409)
        .body("type", containsString("technician-absent"));
    step("Painting", START.plusDays(7), "[]").statusCode(201);
    json("manager", "{\"leftOn\":\"%s\"}".formatted(START.plusDays(8)))
        .header("If-Match", etag("/v1/technicians/" + rosa))
        .patch("/v1/technicians/" + rosa)
        .then()
        .statusCode(200);
    json(
            "csr",
            "{\"title\":\"Polish\",\"startsOn\":\"%s\",\"endsOn\":\"%s\",\"technicianId\":\"%s\"}"
                .formatted(START.plusDays(8), START.plusDays(9), rosa))
        .post(project + "/steps")
        .then()
        .statusCode(422)
        .body("type", containsString("technician-has-left"));
    project =
        "/v1/projects/"
            + json("csr", "{\"customerId\":\"%s\",\"title\":\"Attic\"}".formatted(customer))
                .post("/v1/projects")
                .path("id");
    step("Insulation", START.plusDays(7), "[]")
        .statusCode(409)
        .body("type", containsString("double-booked"));
    step("Insulation", START.plusDays(5), "[]").statusCode(201);
  }

  @Test
  void a_visit_on_a_day_of_a_project_is_taken_and_shown_and_nobody_is_proposed_for_both() {
    LocalDate day = START.plusDays(30);
    String rosa = company.technician("Rosa");
    ben = rosa;
    String visit =
        company
            .visitsToCome(company.agreementWithoutTime(company.customer("Nora"), rosa, day))
            .get(0);
    String board = "/v1/board?days=1&from=";
    String doubleBooked = "technicians.find{it.technicianId=='%s'}.days[0].visits.doubleBooked";
    as("csr").get(board + day).then().body(doubleBooked.formatted(rosa), equalTo(List.of(false)));
    step("Long ago", LocalDate.now().minusDays(9), "[]").statusCode(201);
    step("Painting", day, "[]").statusCode(201);
    as("csr").get(board + day).then().body(doubleBooked.formatted(rosa), equalTo(List.of(true)));
    step("Polish", day.plusDays(1), "[]").statusCode(201);
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(Company.at(day.plusDays(1), 10)))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    String cleo = company.technician("Cleo");
    String max = company.customer("Max");
    // Whom they know is named first, however many can't come.
    company.wasAt(max, rosa);
    String cleos =
        company.visitsToCome(company.monthlyAgreement(max, cleo, day.plusDays(1))).get(0);
    as("csr")
        .get("/v1/visits/" + cleos + "/substitutes")
        .then()
        .body("refused.find{it.technicianId=='%s'}.rule".formatted(rosa), equalTo("AT_A_PROJECT"));
  }

  @Test
  void who_plans_a_step_waits_for_whoever_books_its_technician_before_holding_the_project() {
    String cleo = company.technician("Cleo");
    String path = project + "/steps/1";
    String tag = etag(path);
    String body = "{\"technicianId\":\"%s\"}".formatted(cleo);
    whileBooked(
        cleo, () -> json("csr", body).header("If-Match", tag).patch(path).then().statusCode(200));
    ben = cleo;
    whileBooked(cleo, () -> step("Painting", START.plusDays(3), "[]").statusCode(201));
  }

  private void whileBooked(String technician, Runnable planning) {
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              technicians.lock(List.of(UUID.fromString(technician)));
              CompletableFuture<Void> running = CompletableFuture.runAsync(planning);
              while (!running.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
              }
              assertThat(running).isNotDone();
              assertThat(
                      database
                          .sql("select id from project where id = :id for update nowait")
                          .bind("id", UUID.fromString(project.substring("/v1/projects/".length())))
                          .list(UUID.class))
                  .hasSize(1);
              return running;
            })
        .join();
  }

  @Test
  void somebody_goes_on_with_a_step_who_was_away_or_not_hired_when_it_began() {
    ben = company.technician("Sally");
    LocalDate today = Company.today();
    away(ben, today.minusDays(1));
    step("Drying", today.minusDays(3), today.plusDays(1)).statusCode(201);
    away(ben, today.plusDays(1));
    step("Painting", today.minusDays(3), today.plusDays(1))
        .statusCode(409)
        .body("type", containsString("technician-absent"));
    String path = "/v1/technicians/" + ben;
    json("manager", "{\"hiredOn\":\"%s\"}".formatted(today))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    step("Sanding", today.minusDays(3), today).statusCode(201);
    step("Filling", today.minusDays(3), today.minusDays(1)).statusCode(422);
  }

  private ValidatableResponse step(String title, LocalDate from, LocalDate until) {
    return json(
            "csr",
            """
            {"title":"%s","startsOn":"%s","endsOn":"%s","technicianId":"%s"}\
            """
                .formatted(title, from, until, ben))
        .post(project + "/steps")
        .then();
  }

  private boolean somebodyWaits() {
    return database.sql("select 1 from pg_locks where not granted").exists();
  }

  private static void away(String technician, LocalDate day) {
    json("csr", "{\"kind\":\"VACATION\",\"from\":\"%s\",\"to\":\"%<s\"}".formatted(day))
        .post("/v1/technicians/" + technician + "/absences")
        .then()
        .statusCode(201);
  }

  private void walkThrough() {
    json("csr", "{\"with\":\"Ines\"}").post(project + "/walk-through").then().statusCode(201);
  }

  private ValidatableResponse step(String title, LocalDate day, String after) {
    return json(
            "csr",
            """
            {"title":"%s","whatToExpect":"It hums.","startsOn":"%s","technicianId":"%s","after":%s}\
            """
                .formatted(title, day, ben, after))
        .post(project + "/steps")
        .then();
  }

  private ValidatableResponse move(int step, int days, String more) {
    String path = project + "/steps/" + step;
    return json(
            "csr",
            "{\"startsOn\":\"%1$s\",\"endsOn\":\"%1$s\"%2$s}".formatted(START.plusDays(days), more))
        .header("If-Match", etag(path))
        .patch(path)
        .then();
  }

  private static void patch(String path, String tag, String body, int status) {
    var request = json("csr", body);
    (tag == null ? request : request.header("If-Match", tag)).patch(path).then().statusCode(status);
  }
}
