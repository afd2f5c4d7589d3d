package io.familiarface.jobs.history;

import static io.familiarface.rest.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.database.Database;
import io.familiarface.jobs.customer.CustomerErased;
import io.familiarface.rest.job.Jobs;
import io.familiarface.rest.job.RunningJob;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is understood as; what becomes of it in three services is a story of its own. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoryImportApiTest {
  private static final MediaType CSV = new MediaType("text", "csv");
  private static final String DRY_RUN = "/v1/history/import?dryRun=true";
  private static final String THREE_VISITS =
      """
      date,customer,technician
      2025-03-03,Ann of the list,Ben of the list
      2025-04-07,Ann of the list,Ben of the list
      2125-05-05,Ann of the list,Cara of the list
      """;

  @Inject HistoryImports imports;
  @Inject Database database;
  @Inject Jobs jobs;
  @Inject Event<CustomerErased> forgotten;

  @Test
  void a_dry_run_answers_with_the_report_by_line_and_by_column_and_changes_nothing() {
    sent(DRY_RUN, THREE_VISITS)
        .statusCode(200)
        .body("state", equalTo("DONE"))
        .body("dryRun", equalTo(true))
        .body("report.rows", equalTo(3))
        .body("report.columns.header", hasItem("technician"))
        .body("report.lines.VISITS", equalTo(2))
        .body("report.rejected[0].line", equalTo(4))
        .body("report.rejected[0].why", containsString("2125"))
        .body("sent", nullValue());
    assertThat(Api.all("manager", "/v1/technicians?limit=500").toString())
        .doesNotContain("of the list");
    as("admin").get("/v1/history/import").then().body("report.rows", equalTo(3));
  }

  @Test
  void all_lines_that_stay_out_can_be_read_however_many_they_are() {
    var list = new StringBuilder("date,customer,technician\n");
    for (int i = 0; i < 450; i++) {
      list.append("2125-05-05,Ann of the list,Ben of the list\n");
    }
    sent(DRY_RUN, list.toString())
        .statusCode(200)
        .body("report.rejectedCount", equalTo(450))
        .body("report.rejected", hasSize(200))
        .body("rejected", equalTo("/v1/history/import/rejected"));
    List<String> lines =
        as("manager")
            .get("/v1/history/import/rejected")
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .extract()
            .asString()
            .lines()
            .toList();
    assertThat(lines).hasSize(451).first().isEqualTo("line,column,value,why");
    assertThat(lines.get(450)).startsWith("451,").contains("This is the year 2125");

    QuarkusTransaction.requiringNew()
        .run(() -> forgotten.fire(new CustomerErased(UUID.randomUUID())));
    assertThat(as("manager").get("/v1/history/import/rejected").asString())
        .isEqualTo("line,column,value,why\n");
  }

  @Test
  void a_mapping_as_long_as_it_may_be_comes_through() {
    String mapping = "date = When\n# " + "x".repeat(7_980);
    sent(
            DRY_RUN + "&mapping=" + URLEncoder.encode(mapping, StandardCharsets.UTF_8),
            THREE_VISITS.replace("date,", "When,"))
        .statusCode(200)
        .body("state", equalTo("DONE"));
  }

  @Test
  void who_is_leaving_is_asked_once_everything_is_in_and_where_to_look_is_said_anyway() {
    UUID id = imports.begin("somebody", false).orElseThrow();
    imports.recordSent(id, Map.of());
    as("manager")
        .get("/v1/history/import")
        .then()
        .statusCode(200)
        .body("leaving.flags", nullValue())
        .body("leaving.risks", endsWith("/v1/risks?limit=10"))
        .body("leaving.flagged", endsWith("/v1/risks?flagged=true"));
    sent(DRY_RUN, THREE_VISITS).body("leaving", nullValue());
  }

  @Test
  void a_file_that_cannot_be_read_at_all_is_refused_in_words() throws IOException {
    var workbook = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(workbook)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
    }
    sent(DRY_RUN, workbook.toByteArray())
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", containsString("history-not-readable"))
        .body("detail", containsString("Excel workbook"));
    sent(DRY_RUN, "").statusCode(422).body("detail", containsString("is empty"));
    sent(DRY_RUN + "&preset=excel", THREE_VISITS)
        .statusCode(422)
        .body("detail", containsString("quickbooks"));
    sent(DRY_RUN + "&dateFormat=often", THREE_VISITS)
        .statusCode(422)
        .body("detail", containsString("MM/dd/yyyy"));
    sent(DRY_RUN + "&currency=dollars", THREE_VISITS).statusCode(400);
    sent(DRY_RUN + "&presets=jobber", THREE_VISITS).statusCode(400);
  }

  @Test
  void what_only_the_company_can_answer_is_asked_and_the_answer_can_be_given() {
    String either = "When,customer,technician\n03/04/25,Ann of the list,Ben of the list\n";
    String mapping = "&mapping=date%20%3D%20When";
    sent("/v1/history/import?preset=generic" + mapping, either)
        .statusCode(200)
        .body("state", equalTo("ASKS"))
        .body("report.questions", hasSize(1))
        .body("report.questions[0]", containsString("03/04/25 (line 2)"))
        .body("sent", nullValue());
    sent(DRY_RUN + mapping + "&dateFormat=dd/MM/yy", either)
        .statusCode(200)
        .body("state", equalTo("DONE"));
  }

  @Test
  void one_runs_at_a_time_and_one_that_died_with_its_process_makes_room() {
    UUID running = imports.begin("somebody", false).orElseThrow();
    try {
      var job = new RunningJob(running, "Looking through");
      job.at("Sending visits", 4_000, 9_000);
      QuarkusTransaction.requiringNew().run(() -> jobs.beat(job));
      sent(DRY_RUN, THREE_VISITS)
          .statusCode(409)
          .body("type", containsString("history-import-running"));
      as("manager")
          .get("/v1/history/import")
          .then()
          .body("id", equalTo(running.toString()))
          .body("state", equalTo("READING"))
          .body("step", equalTo("Sending visits"))
          .body("done", equalTo(4_000))
          .body("of", equalTo(9_000));

      lastHeardOf(Instant.now().minusSeconds(60));
      as("manager")
          .get("/v1/history/import")
          .then()
          .body("state", equalTo("STOPPED"))
          .body("words", containsString("send the same file again"));
      sent(DRY_RUN, THREE_VISITS).statusCode(200).body("state", equalTo("DONE"));
    } finally {
      imports.recordEnd(running, HistoryState.STOPPED, "The test is over.");
    }
  }

  @Test
  void a_report_goes_when_anybody_is_to_be_forgotten() {
    sent(DRY_RUN, THREE_VISITS).body("report", notNullValue());
    QuarkusTransaction.requiringNew()
        .run(() -> forgotten.fire(new CustomerErased(UUID.randomUUID())));
    as("manager").get("/v1/history/import").then().body("report", nullValue());
  }

  @Test
  void a_file_that_is_too_large_is_refused_and_not_kept() {
    byte[] large = "x".repeat(64).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> UploadedHistory.store(new ByteArrayInputStream(large), CSV, 63))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem -> {
              assertThat(problem.getStatusCode()).isEqualTo(413);
              assertThat(problem.getDetail()).contains("Split it");
            });
  }

  private static final String CLIENTS =
      """
      Client name,Main phone,Email,Street 1,City,State,Zip code
      Ann of the list,802-555-0117,ann@example.com,12 Mill Lane,Burlington,VT,05401
      Bob of no visit,802-555-0118,,,,,
      """;

  @Test
  void the_list_of_clients_goes_along_as_a_second_part() {
    form()
        .multiPart("visits", "v.csv", THREE_VISITS.getBytes(StandardCharsets.UTF_8), "text/csv")
        .multiPart("clients", "c.csv", CLIENTS.getBytes(StandardCharsets.UTF_8), "text/csv")
        .post(DRY_RUN)
        .then()
        .statusCode(200)
        .body("state", equalTo("DONE"))
        .body("report.rows", equalTo(3))
        .body("report.clients.clients", equalTo(2))
        .body("report.clients.found", equalTo(1));
    form()
        .multiPart("visits", THREE_VISITS)
        .post(DRY_RUN)
        .then()
        .statusCode(200)
        .body("report.lines.VISITS", equalTo(2));
    form()
        .multiPart("clients", THREE_VISITS)
        .multiPart("visits", THREE_VISITS)
        .post(DRY_RUN)
        .then()
        .statusCode(422)
        .body("detail", containsString("clients.csv is no list of clients"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "B | --B~Content-Disposition: form-data; name=clients~~a,b~--B--~ | no part named visits",
        "B | --B--~ | no part named visits",
        "B | --B~Content-Disposition: form-data; name=notes~~a,b~--B--~ | named visits and clients",
        "B | --B~Content-Disposition: form-data~~a,b~--B--~ | no name",
        "B | --B~~a,b~--B--~ | no name",
        "B | --B~Content-Disposition: form-data; name=visits~~a,b~ | in the middle",
        "B | --B~Content-Disposition: form-data; name=visits~~a~--B~Content-Disposition: form-data;"
            + " name=\"visits\"~~b~--B--~ | Two parts",
        "B | date,customer,technician | in the middle",
        "'' | --B--~ | boundary"
      })
  void a_form_that_is_none_is_a_400_that_says_how_it_should_be(
      String boundary, String body, String why) {
    formOf(boundary, body.replace("~", "\r\n"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(why));
  }

  @Test
  void heads_of_parts_are_bounded_and_all_files_together() {
    formOf("B", "--B\r\nX-Long: " + "x".repeat(100_000))
        .statusCode(400)
        .body("detail", containsString("no end"));
    String two =
        "--B\r\nContent-Disposition: form-data; name=visits\r\n\r\n%s\r\n"
            + "--B\r\nContent-Disposition: form-data; name=clients\r\n\r\n%s\r\n--B--";
    byte[] body = two.formatted("x".repeat(40), "y".repeat(40)).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () ->
                UploadedHistory.store(
                    new ByteArrayInputStream(body),
                    new MediaType("multipart", "form-data", Map.of("boundary", "B")),
                    79))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(413));
  }

  private static RequestSpecification form() {
    return as("manager").contentType("multipart/form-data").urlEncodingEnabled(false);
  }

  private static ValidatableResponse formOf(String boundary, String body) {
    return as("manager")
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
        .contentType("multipart/form-data" + (boundary.isEmpty() ? "" : "; boundary=" + boundary))
        .urlEncodingEnabled(false)
        .body(body)
        .post(DRY_RUN)
        .then();
  }

  private void lastHeardOf(Instant at) {
    database.sql("update job set heard_at = :at").bind("at", at).update();
  }

  private static ValidatableResponse sent(String path, Object body) {
    var request = as("manager").contentType("text/csv").urlEncodingEnabled(false);
    return (body instanceof byte[] bytes ? request.body(bytes) : request.body((String) body))
        .post(path)
        .then();
  }
}
