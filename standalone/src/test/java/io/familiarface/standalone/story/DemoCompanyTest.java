package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.jobs.accounting.export.UblRules;
import io.familiarface.standalone.Polling;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.story.request.ApiDocument;
import io.familiarface.standalone.story.request.GenerativeRun;
import io.familiarface.standalone.story.request.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who starts Familiar Face for the first time, and presses everything. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoCompanyTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** What changes things comes after what shows them, and what removes them comes last. */
  private static final List<String> IN_TURN = List.of("GET", "PUT", "PATCH", "POST", "DELETE");

  private RunningSystem system;

  @BeforeAll
  void somebody_starts_it() {
    system = RunningSystem.startWithDemo();
  }

  @AfterAll
  void and_stops_it() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  @Order(1)
  void there_is_a_company_of_three_hundred_customers_and_a_dozen_technicians() {
    assertThat(all(Service.CUSTOMERS, "/v1/customers")).hasSize(301);
    assertThat(all(Service.JOBS, "/v1/technicians")).hasSize(14);
    List<JsonNode> visits = all(Service.JOBS, "/v1/visits");
    assertThat(visits).hasSizeGreaterThan(3000);
    assertThat(of(visits, "COMPLETED")).hasSizeGreaterThan(2000);
    assertThat(of(visits, "PLANNED")).hasSizeGreaterThan(300);
    assertThat(all(Service.JOBS, "/v1/agreements?state=CANCELLED")).hasSizeBetween(15, 60);
    assertThat(all(Service.FEEDBACK, "/v1/feedback")).hasSizeGreaterThan(200);
    assertThat(all(Service.FEEDBACK, "/v1/complaints")).hasSizeGreaterThan(10);
  }

  @Test
  @Order(2)
  void some_are_about_to_leave_dorothy_among_them_and_grace_is_not() {
    List<JsonNode> flagged = all(Service.FEEDBACK, "/v1/risks?flagged=true");
    assertThat(flagged).hasSizeBetween(10, 30);
    assertThat(flagged)
        .extracting(risk -> risk.path("customerExternalId").asText())
        .contains("C0001", "C0003")
        .doesNotContain("C0002");
  }

  @Test
  @Order(3)
  void and_somebody_is_to_call_them_this_week() {
    assertThat(Polling.until(SOON, () -> calls().containsAll(List.of("C0001", "C0003")))).isTrue();
    assertThat(calls()).hasSizeBetween(8, 15);
  }

  /** What an absence costs beyond what customers are expected to do anyway. */
  @Test
  @Order(3)
  void a_plan_costs_far_less_than_sending_whoever_is_free() {
    double nextFree = 0;
    double planned = 0;
    for (String absence : List.of("AB0003", "AB0004")) {
      assertThat(Polling.until(SOON, () -> isMade(plan(absence)))).isTrue();
      JsonNode made = plan(absence);
      assertThat(made.path("state").asText()).as(made.toString()).isEqualTo("PROPOSED");
      JsonNode loss = made.path("expectedLoss");
      nextFree += amount(loss, "nextFree") - amount(loss, "now");
      planned += amount(loss, "plan") - amount(loss, "now");
      assertThat(made.path("promisesBroken").path("plan").asInt())
          .isLessThanOrEqualTo(made.path("promisesBroken").path("nextFree").asInt());
    }
    assertThat(nextFree).isPositive();
    assertThat(planned).isLessThanOrEqualTo(0.6 * nextFree);
  }

  private JsonNode plan(String absence) {
    return system.as("manager", Service.JOBS).get("/v1/plans/ext:" + absence).json();
  }

  private static boolean isMade(JsonNode plan) {
    return !plan.path("state").asText().equals("SOLVING");
  }

  private static double amount(JsonNode loss, String of) {
    return loss.path(of).path("amount").asDouble();
  }

  @Test
  @Order(3)
  void a_remedy_above_a_limit_waits_for_somebody_with_a_name() {
    JsonNode waiting =
        system.as("manager", Service.FEEDBACK).get("/v1/complaints/ext:KCASE-4").json();
    assertThat(waiting.path("state").asText()).isEqualTo("AWAITING_APPROVAL");
    assertThat(waiting.path("next").path("owner").asText()).isEqualTo("Pat");
  }

  @Test
  @Order(3)
  void every_document_passes_the_rules_of_electronic_invoices() throws Exception {
    Map<String, String> documents = new Books(system).ubl();
    assertThat(documents)
        .hasSize(all(Service.JOBS, "/v1/accounting/documents").size())
        .hasSizeGreaterThan(50);
    for (var document : documents.entrySet()) {
      assertThat(UblRules.errors(document.getValue())).as(document.getKey()).isEmpty();
    }
  }

  @Test
  @Order(3)
  void hledger_finds_that_the_books_balance_and_what_customers_owe(@TempDir Path folder)
      throws Exception {
    Assumptions.assumeTrue(
        isInstalled("hledger"),
        "hledger is not installed on this machine (apt-get install hledger)");
    String journal = new Books(system).journal(folder).toString();
    List<JsonNode> documents = all(Service.JOBS, "/v1/accounting/documents");
    assertThat(Books.run("hledger", "-f", journal, "check")).isEmpty();
    assertThat(Books.run("hledger", "-f", journal, "print"))
        .contains(documents.get(0).path("number").asText());
    assertThat(
            Books.run(
                "hledger", "-f", journal, "balance", "assets:receivable", "--depth", "2", "-N"))
        .contains(" " + Books.owed(documents).toPlainString() + " USD");
  }

  @Test
  @Order(3)
  void the_invoice_of_a_visit_goes_out_with_the_customers_own_link() {
    String number =
        all(Service.JOBS, "/v1/accounting/documents?kind=INVOICE").stream()
            .filter(document -> document.hasNonNull("visitId"))
            .map(document -> document.path("number").asText())
            .findFirst()
            .orElseThrow();
    String page =
        system
            .as("accounting", Service.JOBS)
            .send(
                "GET",
                "/v1/accounting/documents/" + number + "/page",
                null,
                Map.of("Accept", "text/html"))
            .body();
    assertThat(page)
        .contains("Invoice " + number)
        .contains(system.url(Service.FEEDBACK) + "/v1/links/");
  }

  private static boolean isInstalled(String program) throws InterruptedException {
    try {
      Books.run(program, "--version");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @TestFactory
  @Order(4)
  Stream<DynamicTest> every_example_works_when_it_is_pressed() {
    List<Operation> operations = new ArrayList<>();
    for (Service service : Service.values()) {
      operations.addAll(document(service).operations());
    }
    assertThat(operations).hasSizeGreaterThan(70);
    return operations.stream()
        .sorted(Comparator.comparing(operation -> IN_TURN.indexOf(operation.method())))
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.name(), () -> new ExampleCall(system, operation).call()));
  }

  /**
   * A minute of made-up requests in each build, and hours of others by hand: the page of this
   * module says how.
   */
  @Test
  @Order(5)
  void whatever_is_sent_is_answered_as_the_documents_say() {
    // A test that is named runs before packaging too: once is enough for hours.
    assumeTrue(
        System.getProperty("generative.rounds") == null
            || System.getProperty("familiar.archives") != null);
    Map<Service, String> documents = new EnumMap<>(Service.class);
    List<Operation> operations = new ArrayList<>();
    for (Service service : Service.values()) {
      documents.put(service, system.as("admin", service).get("/q/openapi?format=json").body());
      operations.addAll(document(service).operations());
    }
    Map<String, String> tokens = new HashMap<>();
    List<String> findings =
        new GenerativeRun(system::url, documents)
            .run(
                operations,
                Long.getLong("generative.seed", 1),
                Integer.getInteger("generative.rounds", 40),
                role -> tokens.computeIfAbsent(role, system::token));
    assertThat(findings).isEmpty();
    for (Service service : Service.values()) {
      assertThat(system.as("admin", service).isReady()).as(service.fullName()).isTrue();
    }
  }

  private ApiDocument document(Service service) {
    return ApiDocument.of(
        service, system.as("admin", service).get("/q/openapi?format=json").json());
  }

  private List<String> calls() {
    return all(Service.FEEDBACK, "/v1/follow-ups?state=OPEN").stream()
        .filter(call -> call.path("flagId").isTextual())
        .map(call -> call.path("customer").path("externalId").asText())
        .toList();
  }

  private List<JsonNode> all(Service service, String path) {
    String first = path + (path.contains("?") ? "&" : "?") + "limit=500";
    List<JsonNode> items = new ArrayList<>();
    String next = first;
    while (next != null) {
      JsonNode page = system.as("manager", service).get(next).json();
      page.path("items").forEach(items::add);
      next =
          page.path("nextCursor").isTextual()
              ? first + "&cursor=" + page.path("nextCursor").asText()
              : null;
    }
    return items;
  }

  private static List<JsonNode> of(List<JsonNode> visits, String state) {
    return visits.stream().filter(visit -> visit.path("state").asText().equals(state)).toList();
  }
}
