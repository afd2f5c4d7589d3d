package io.familiarface.jobs.jobsheet;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.asTechnician;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.jobs.Company;
import io.familiarface.jobs.visit.JobSheetReadings;
import io.familiarface.jobs.visit.Visit;
import io.familiarface.jobs.visit.Visits;
import io.familiarface.rest.Ref;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
class JobSheetApiTest {
  private static final String TRAITS =
      """
      [{"id":"018f0000-0000-7000-8000-0000000000a1","category":"PREFERENCE","pinned":false,
        "text":"Likes a call first.","heardBy":"Office","heardAt":"2025-01-06T09:00:00Z",
        "standing":null,"said":null},
       {"id":"018f0000-0000-7000-8000-0000000000a2","category":"PRIORITY","pinned":true,
        "text":"<b>Always</b> the same technician: strangers in her shop make her nervous.",
        "heardBy":"Ann","heardAt":"2025-01-06T09:00:00Z","standing":null,"said":null}]\
      """;
  private static final String PROMISES =
      """
      [{"id":"018f0000-0000-7000-8000-0000000000b1","kind":"SAME_TECHNICIAN",
        "text":"I will be your technician.","madeBy":"Ann","madeAt":"2025-01-06T09:00:00Z",
        "technicianId":null,"validUntil":null,"state":"STANDING","somethingNew":true}]\
      """;

  @Inject Company company;
  @Inject Visits visits;
  @Inject JobSheetReadings readings;
  String technician;
  String visit;

  @BeforeEach
  void a_visit_tomorrow_to_somebody_we_know() {
    technician = company.technician("Ann");
    visit = visitTomorrow(company.customer("Dorothy", TRAITS, PROMISES));
  }

  @Test
  void what_matters_to_the_customer_stands_first() {
    String sheet =
        as("csr")
            .get("/v1/visits/" + visit + "/job-sheet")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(sheet.indexOf("strangers in her shop"))
        .isPositive()
        .isLessThan(sheet.indexOf("I will be your technician"));
    assertThat(sheet.indexOf("I will be your technician"))
        .isLessThan(sheet.indexOf("Likes a call"));
    assertThat(sheet.indexOf("Likes a call")).isLessThan(sheet.indexOf("scheduledAt"));
    as("csr")
        .get("/v1/visits/" + visit + "/job-sheet")
        .then()
        .body("whatMatters.pinnedTraits", hasSize(1))
        .body("whatMatters.standingPromises[0].madeBy", equalTo("Ann"))
        .body("who.likesToBeCalled", equalTo("Dorothy"))
        .body("freshness.customerKnown", equalTo(true));
  }

  @Test
  void as_a_page_it_reads_the_same_and_runs_nobodys_markup() {
    String page =
        as("csr")
            .accept("text/html")
            .get("/v1/visits/" + visit + "/job-sheet")
            .then()
            .statusCode(200)
            .contentType("text/html")
            .extract()
            .asString();
    assertThat(page)
        .contains("&lt;b&gt;Always&lt;/b&gt;")
        .doesNotContain("<b>Always")
        .contains("I will be your technician.");
    assertThat(page.indexOf("strangers in her shop")).isLessThan(page.indexOf("Who, where, when"));
  }

  @Test
  void it_prints_on_one_page_however_much_is_known() throws IOException {
    String traits =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    """
                    {"id":"%s","category":"PRIORITY","pinned":%s,"heardBy":"Ann",
                     "text":"Number %d: knock, wait, and say who you are & why <you> come before anything else.",
                     "heardAt":"2025-01-06T09:00:00Z"}"""
                        .formatted(UUID.randomUUID(), i < 5, i))
            .collect(Collectors.joining(",", "[", "]"));
    String full = visitTomorrow(company.customer("Łukasz Ωmega", traits, PROMISES));
    byte[] pdf =
        as("csr")
            .accept("application/pdf")
            .get("/v1/visits/" + full + "/job-sheet")
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .extract()
            .asByteArray();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains("Łukasz Ωmega", "Number 4: knock", "And 9 more", "Technician Ann");
    }
  }

  @Test
  void whoever_is_to_come_says_that_it_was_read_and_that_counts_once() {
    String path = "/v1/visits/" + visit + "/job-sheet/acknowledgement";
    String tag = etag("/v1/visits/" + visit);
    String first =
        asTechnician(UUID.fromString(technician))
            .post(path)
            .then()
            .statusCode(201)
            .body("technicianId", equalTo(technician))
            .extract()
            .path("readAt");
    as("csr").post(path).then().statusCode(403);
    as("manager")
        .post(path)
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/reason"));
    json("manager", "{\"reason\":\"Read it out on the phone.\"}")
        .post(path)
        .then()
        .statusCode(201)
        .body("readAt", equalTo(first))
        .body("reason", equalTo("Read it out on the phone."));
    assertThat(etag("/v1/visits/" + visit)).isEqualTo(tag);
    asTechnician(UUID.fromString(company.technician("Stranger"))).post(path).then().statusCode(403);
  }

  @Test
  void who_is_sent_while_that_is_said_has_not_read_it() {
    String sent = company.technician("Ben");
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          Visit seen = visits.get(Ref.of(UUID.fromString(visit)));
                          CompletableFuture.runAsync(() -> send(sent)).join();
                          return readings.record(seen);
                        }))
        .hasMessageContaining("They have to read it");
  }

  private void send(String technicianId) {
    company
        .assign(
            visit,
            "{\"technicianId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\"}"
                .formatted(technicianId))
        .then()
        .statusCode(200);
  }

  @Test
  void a_customer_we_have_not_heard_of_yet_makes_an_honest_sheet() {
    String customer = company.customer("Later");
    String other = visitTomorrow(customer);
    company.hear("customers", "io.familiarface.customer", customer, null);
    as("csr")
        .get("/v1/visits/" + other + "/job-sheet")
        .then()
        .statusCode(200)
        .body("freshness.customerKnown", equalTo(false));
    as("csr").accept("text/html").get("/v1/visits/" + other + "/job-sheet").then().statusCode(200);
  }

  @Test
  void a_technician_reads_the_sheets_of_own_visits_of_these_days_only() {
    asTechnician(UUID.fromString(technician))
        .get("/v1/visits/" + visit + "/job-sheet")
        .then()
        .statusCode(200);
    String stranger = company.technician("Stranger");
    asTechnician(UUID.fromString(stranger))
        .get("/v1/visits/" + visit + "/job-sheet")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    String farOff =
        company
            .visitsToCome(
                company.monthlyAgreement(
                    company.customer("Far"), technician, Company.today().plusDays(20)))
            .get(0);
    asTechnician(UUID.fromString(technician))
        .get("/v1/visits/" + farOff + "/job-sheet")
        .then()
        .statusCode(403);
    as("integration").get("/v1/visits/" + visit + "/job-sheet").then().statusCode(403);
  }

  private String visitTomorrow(String customer) {
    LocalDate tomorrow = Company.today().plusDays(1);
    return company.visitsToCome(company.monthlyAgreement(customer, technician, tomorrow)).get(0);
  }
}
