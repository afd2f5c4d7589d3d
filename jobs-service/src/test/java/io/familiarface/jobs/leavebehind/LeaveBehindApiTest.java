package io.familiarface.jobs.leavebehind;

import static io.familiarface.jobs.Company.at;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.asTechnician;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeaveBehindApiTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);

  @Inject Company company;
  private String technician;
  private String visit;
  private String path;

  @BeforeEach
  void a_visit_that_was_made() {
    technician = company.technician("Ann");
    String ann = "/v1/technicians/" + technician;
    json("manager", "{\"introduction\":\"Ann has been with us since 2019.\"}")
        .header("If-Match", etag(ann))
        .patch(ann)
        .then()
        .statusCode(200);
    String agreement = company.monthlyAgreement(company.customer("Dorothy <3"), technician, START);
    visit = company.pastVisit(agreement, at(START, 10));
    company.completeOnTime(visit, at(START, 11)).then().statusCode(201);
    path = "/v1/visits/" + visit + "/leave-behind";
  }

  @Test
  void it_says_who_was_there_and_whom_to_call_and_what_could_not_be_had() {
    as("csr")
        .get(path)
        .then()
        .statusCode(200)
        .body("customer", equalTo("Dorothy <3"))
        .body("technician", equalTo("Ann"))
        .body("introduction", containsString("2019"))
        .body("hotline", containsString("413"))
        .body("on", equalTo("2025-01-06"))
        .body("feedbackLink", nullValue())
        .body("certificates", hasSize(0))
        .body("missing", hasSize(2));
  }

  @Test
  void it_is_one_sheet_of_paper_that_runs_nobodys_markup() throws IOException {
    assertThat(as("csr").accept("text/html").get(path).asString())
        .contains("Thank you, Dorothy &lt;3.")
        .contains("Somebody answers");
    byte[] pdf = as("csr").accept("application/pdf").get(path).asByteArray();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document)).contains("Dorothy <3", "+1 413");
    }
  }

  @Test
  void what_the_others_give_stands_on_it() {
    LeaveBehind sheet =
        new LeaveBehind(
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            START,
            "Monday 6 January 2025, 10:00",
            "between 10:00 and 12:00",
            "10:20",
            "Monthly rodent control",
            List.of("Cellar inspected"),
            "Ann",
            null,
            "Us",
            "We care.",
            "+1",
            new FeedbackLink(
                java.net.URI.create("https://example.com/v1/links/abc?x=1&y=2"), Instant.EPOCH),
            List.of(
                new LeaveBehind.Certificate("AB12-CD34", "10 per cent", true, START.plusYears(1))),
            List.of());
    assertThat(LeaveBehindResource.Templates.leaveBehind(sheet).render())
        .contains("https://example.com/v1/links/abc?x=1&amp;y=2")
        .contains("We said we would arrive between 10:00 and 12:00; we were there at 10:20.")
        .contains("<h2>Not done this time</h2>", "<li>Cellar inspected</li>")
        .contains("AB12-CD34")
        .contains("10 per cent, until 2026-01-06; you may pass it on");
  }

  @Test
  void nothing_is_left_behind_before_there_was_a_visit() {
    String agreement =
        company.monthlyAgreement(
            company.customer("Later"), technician, Company.today().plusDays(1));
    String planned = company.visitsToCome(agreement).get(0);
    as("csr")
        .get("/v1/visits/" + planned + "/leave-behind")
        .then()
        .statusCode(409)
        .body("type", containsString("not-completed"));
    asTechnician(UUID.randomUUID()).get(path).then().statusCode(403);
    as("accounting").get(path).then().statusCode(403);
  }
}
