package io.familiarface.jobs.visit;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.asTechnician;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChecklistApiTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);
  private static final Instant FIRST = Company.at(START, 10);
  private static final String OPEN =
      "{\"checklist\":[{\"text\":\"Traps\",\"done\":false},{\"text\":\"Cellar\",\"done\":false}]}";
  private static final String HALF =
      "{\"checklist\":[{\"text\":\"Traps\",\"done\":true},{\"text\":\"Cellar\",\"done\":false}]}";

  @Inject Company company;
  private String technician;
  private String agreement;

  @BeforeEach
  void an_agreement_with_a_list_of_what_is_done_each_time() {
    technician = company.technician("Ann");
    agreement = company.monthlyAgreement(company.customer("Dorothy"), technician, START);
    agree("[\"Traps\",\"Cellar\"]").then().statusCode(200);
  }

  private Response agree(String checklist) {
    String path = "/v1/agreements/" + agreement;
    return json("manager", "{\"checklist\":" + checklist + "}")
        .header("If-Match", etag(path))
        .patch(path);
  }

  private static Response tick(RequestSpecification who, String visit, String body) {
    return who.contentType("application/json")
        .body(body)
        .header("If-Match", etag("/v1/visits/" + visit))
        .put("/v1/visits/" + visit + "/checklist");
  }

  @Test
  void every_visit_has_a_copy_of_the_list_and_another_list_plans_them_anew() {
    as("csr")
        .get("/v1/agreements/" + agreement)
        .then()
        .body("checklist", contains("Traps", "Cellar"));
    String visits = "/v1/visits?state=PLANNED&agreementId=" + agreement;
    as("csr")
        .get(visits)
        .then()
        .body("items.checklist.text", everyItem(contains("Traps", "Cellar")));
    agree("[\"Attic\"]").then().statusCode(200);
    as("csr").get(visits).then().body("items.checklist.text", everyItem(contains("Attic")));
    agree("null").then().statusCode(200).body("checklist", empty());
    as("csr").get(visits).then().body("items.checklist", everyItem(empty()));
  }

  @Test
  void what_somebody_put_on_the_list_of_one_visit_and_its_window_survive_that_others_change() {
    String first = company.visitsToCome(agreement).get(0);
    tick(as("csr"), first, "{\"checklist\":[{\"text\":\"The attic, once\",\"done\":false}]}")
        .then()
        .statusCode(200);
    json("manager", "{\"windowMinutes\":30}")
        .header("If-Match", etag("/v1/visits/" + first))
        .patch("/v1/visits/" + first)
        .then()
        .statusCode(200);
    String path = "/v1/agreements/" + agreement;
    json("manager", "{\"checklist\":[\"Traps\"],\"windowMinutes\":120,\"visitAt\":\"11:00\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    List<String> coming = company.visitsToCome(agreement);
    assertThat(coming).doesNotContain(first);
    String atEleven =
        Instant.parse(company.visit(first).getString("scheduledAt")).plusSeconds(3600).toString();
    as("csr")
        .get("/v1/visits/" + coming.get(0))
        .then()
        .body("checklist.text", contains("The attic, once"))
        .body("windowMinutes", equalTo(30))
        .body("scheduledAt", equalTo(atEleven));
    as("csr")
        .get("/v1/visits/" + coming.get(1))
        .then()
        .body("checklist.text", contains("Traps"))
        .body("windowMinutes", equalTo(120));
  }

  @Test
  void a_list_has_an_end_and_its_items_have_words() {
    String long31 =
        IntStream.range(0, 31).mapToObj(n -> "\"" + n + "\"").collect(Collectors.joining(","));
    agree("[" + long31 + "]").then().statusCode(400);
    agree("[\" \"]").then().statusCode(400).body("violations[0].pointer", equalTo("/checklist/0"));
    agree("[null]").then().statusCode(400);
    agree("[\"" + "x".repeat(201) + "\"]").then().statusCode(400);
    String visit = company.pastVisit(agreement, FIRST);
    tick(as("csr"), visit, "{\"checklist\":[null]}").then().statusCode(400);
    tick(as("csr"), visit, "{\"checklist\":[{\"text\":\"\",\"done\":true}]}")
        .then()
        .statusCode(400);
    tick(as("csr"), visit, "{}").then().statusCode(400);
    as("csr")
        .contentType("application/json")
        .body(HALF)
        .put("/v1/visits/" + visit + "/checklist")
        .then()
        .statusCode(428);
  }

  @Test
  void the_office_says_what_is_to_be_done_and_the_technician_ticks_it() {
    String recent = company.pastVisit(agreement, Instant.now().minusSeconds(60));
    UUID ann = UUID.fromString(technician);
    Response ticked = tick(asTechnician(ann), recent, HALF);
    ticked.then().statusCode(200).body("checklist.done", contains(true, false));
    assertThat(ticked.header("ETag")).isEqualTo(etag("/v1/visits/" + recent));
    tick(asTechnician(ann), recent, "{\"checklist\":[{\"text\":\"Traps\",\"done\":true}]}")
        .then()
        .statusCode(403);
    tick(asTechnician(UUID.randomUUID()), recent, OPEN).then().statusCode(403);
    tick(as("csr"), recent, "{\"checklist\":[{\"text\":\"Attic\",\"done\":false}]}")
        .then()
        .statusCode(200)
        .body("checklist.text", contains("Attic"));
    tick(as("csr"), recent, "{\"checklist\":[]}").then().statusCode(200).body("checklist", empty());
  }

  @Test
  void what_was_left_undone_is_said_when_it_is_completed_and_on_what_is_left_behind() {
    String visit = company.pastVisit(agreement, FIRST);
    tick(as("csr"), visit, HALF).then().statusCode(200);
    Response done = company.completeOnTime(visit, FIRST.plusSeconds(60));
    done.then().statusCode(201).body("checklist.findAll { !it.done }.text", contains("Cellar"));
    assertThat(done.asString()).isEqualTo(as("manager").get("/v1/visits/" + visit).asString());
    String leftBehind = "/v1/visits/" + visit + "/leave-behind";
    as("csr").get(leftBehind).then().body("leftUndone", contains("Cellar"));
    tick(as("csr"), visit, HALF.replace("false", "true"))
        .then()
        .statusCode(200)
        .body("checklist.done", contains(true, true));
    as("csr").get(leftBehind).then().body("leftUndone", empty());
  }

  @Test
  void the_job_sheet_has_a_box_for_each_item() {
    String visit = company.visitsToCome(agreement).get(0);
    tick(as("csr"), visit, HALF).then().statusCode(200);
    String sheet = "/v1/visits/" + visit + "/job-sheet";
    as("csr").get(sheet).then().body("job.checklist", hasSize(2));
    assertThat(as("csr").accept("text/html").get(sheet).asString()).contains("☑ Traps", "☐ Cellar");
  }

  @Test
  void a_visit_completed_elsewhere_says_nothing_of_a_list_nobody_ticked_here() {
    String key = as("manager").get("/v1/agreements/" + agreement).path("externalId");
    String who = as("manager").get("/v1/technicians/" + technician).path("externalId");
    String visit = company.key("V");
    importing(
            "/v1/visits/import",
            """
            {"externalId":"%s","agreementExternalId":"%s","scheduledAt":"%s","outcome":"COMPLETED","technicianExternalId":"%s"}\
            """
                .formatted(visit, key, FIRST, who))
        .then()
        .statusCode(200);
    as("csr").get("/v1/visits/ext:" + visit).then().body("checklist", empty());
    String planned = company.visitsToCome(agreement).get(0);
    as("csr").get("/v1/visits/" + planned).then().body("checklist", not(empty()));
  }
}
