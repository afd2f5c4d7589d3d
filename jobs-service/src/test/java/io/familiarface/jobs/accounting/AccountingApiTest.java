package io.familiarface.jobs.accounting;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.imported;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.database.Database;
import io.familiarface.jobs.Company;
import io.familiarface.jobs.accounting.Books.Client;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountingApiTest {
  @Inject Books books;
  @Inject Company company;
  @Inject Database database;
  @Inject DocumentNumbers numbers;
  @Inject OverdueInvoices overdue;

  @Test
  void a_completed_visit_makes_an_invoice_at_the_agreed_price() {
    Client client = books.client("Dorothy");
    String visit = books.visit(client, 0);
    as("accounting")
        .get("/v1/accounting/documents?kind=INVOICE&customerId=" + client.customer())
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].number", startsWith("INV-2026-"))
        .body("items[0].state", equalTo("READY"))
        .body("items[0].visitId", equalTo(visit))
        .body("items[0].issuedOn", equalTo("2026-01-05"))
        .body("items[0].dueOn", equalTo("2026-02-04"))
        .body("items[0].lines[0].description", equalTo("Monthly rodent control"))
        .body("items[0].lines[0].quantity", equalTo("1"))
        .body("items[0].lines[0].tax.rate", equalTo("0"))
        .body("items[0].total.amount", equalTo("89.00"))
        .body("items[0].total.currency", equalTo("USD"))
        .body("items[0].owed.amount", equalTo("89.00"));
  }

  @Test
  void a_visit_that_is_corrected_afterwards_is_not_invoiced_again() {
    Client client = books.client("Once");
    String visit = books.visit(client, 0);
    String tag = etag("/v1/visits/" + visit);
    json("manager", "{\"onTime\":false}")
        .header("If-Match", tag)
        .patch("/v1/visits/" + visit)
        .then()
        .statusCode(200);
    assertThat(books.documents(client)).hasSize(1);
  }

  @Test
  void what_a_list_brings_as_completed_is_history_and_makes_no_invoice() {
    Client client = books.client("Imported");
    String agreement =
        as("manager")
            .get("/v1/agreements/" + client.agreement())
            .jsonPath()
            .getString("externalId");
    String technician = company.technician("Ben");
    String key =
        as("manager").get("/v1/technicians/" + technician).jsonPath().getString("externalId");
    List<JsonNode> report =
        imported(
            "/v1/visits/import",
            """
            {"externalId":"%s","agreementExternalId":"%s","scheduledAt":"2026-01-05T15:00:00Z",\
            "outcome":"COMPLETED","technicianExternalId":"%s"}"""
                .formatted(company.key("V"), agreement, key));
    assertThat(report.get(0).path("status").asText()).isEqualTo("CREATED");
    assertThat(books.documents(client)).isEmpty();
  }

  @Test
  void an_open_case_holds_the_invoice_of_its_visit_until_it_ends() {
    Client client = books.client("Held");
    String visit = books.visit(client, 0);
    String other = books.invoice(client, 1);
    String number = numberOf(client, visit);
    UUID complaint = UUID.randomUUID();
    books.hearCase(client, complaint, "RECEIVED", visit, null, 1);
    assertThat(books.state(number)).isEqualTo("HELD");
    assertThat(books.state(other)).isEqualTo("READY");
    books.hearCase(client, complaint, "ASSESSED", visit, null, 2);
    assertThat(books.state(number)).isEqualTo("HELD");
    books.hearCase(client, complaint, "CLOSED", visit, null, 3);
    assertThat(books.state(number)).isEqualTo("READY");
    books.hearCase(client, complaint, "ASSESSED", visit, null, 2);
    assertThat(books.state(number)).as("older news that comes late").isEqualTo("READY");
    books.hearCase(client, complaint, "RECEIVED", visit, null, 4);
    assertThat(books.state(number)).as("it came back").isEqualTo("HELD");
    books.hearCase(client, complaint, "LOST", visit, null, 5);
    assertThat(books.state(number)).isEqualTo("READY");
  }

  @Test
  void what_is_told_of_somebody_merged_before_whoever_tells_it_knew_is_of_the_survivor() {
    Client dorothy = books.client("Dorothy");
    Client twin = books.client("Twin");
    String invoice = books.invoice(twin, 0);
    company.hear(
        "customers",
        "io.familiarface.customer.merged",
        dorothy.customer(),
        """
        {"from":"%s","externalId":null,"into":"%s","at":"2026-02-01T08:00:00Z"}"""
            .formatted(dorothy.customer(), twin.customer()));
    UUID complaint = UUID.randomUUID();
    books.hearCase(dorothy, complaint, "RECEIVED", null, null, 1);
    assertThat(books.state(invoice)).isEqualTo("HELD");
    books.hearRemedy(dorothy, complaint, "30.00", invoice);
    assertThat(books.document(invoice).getString("owed.amount")).isEqualTo("59.00");
    books.hearCase(dorothy, complaint, "CLOSED", null, null, 2);
    assertThat(books.state(invoice)).isEqualTo("READY");
  }

  @Test
  void a_case_that_misnames_its_invoice_holds_that_of_its_visit_or_else_all_that_is_unpaid() {
    Client client = books.client("Slip of the pen");
    String visit = books.visit(client, 0);
    String ofVisit = numberOf(client, visit);
    String other = books.invoice(client, 1);
    String slip = ofVisit.toLowerCase(Locale.ROOT);
    UUID aboutVisit = UUID.randomUUID();
    books.hearCase(client, aboutVisit, "REMEDY_AGREED", visit, slip, 1);
    assertThat(books.state(ofVisit)).isEqualTo("HELD");
    assertThat(books.state(other)).isEqualTo("READY");
    books.hearCase(client, aboutVisit, "CLOSED", visit, slip, 2);
    assertThat(books.state(ofVisit)).isEqualTo("READY");
    books.hearCase(client, UUID.randomUUID(), "REMEDY_AGREED", null, slip, 1);
    assertThat(List.of(books.state(ofVisit), books.state(other))).containsOnly("HELD");
  }

  @Test
  void a_case_about_nothing_in_particular_holds_all_that_is_unpaid_and_what_comes() {
    Client client = books.client("Upset");
    String first = books.invoice(client, 0);
    UUID complaint = UUID.randomUUID();
    books.hearCase(client, complaint, "RECEIVED", null, null, 1);
    String second = books.invoice(client, 1);
    assertThat(List.of(books.state(first), books.state(second))).containsOnly("HELD");
    as("accounting")
        .get("/v1/accounting/documents/" + first + "/history")
        .then()
        .statusCode(200)
        .body("items.action", equalTo(List.of("document.issued", "document.held")))
        .body("items[1].before.state", equalTo("READY"))
        .body("items[1].after.state", equalTo("HELD"));
  }

  @Test
  void a_delivered_remedy_becomes_a_credit_memo_that_names_the_invoice_once() {
    Client client = books.client("Mended");
    books.invoice(client, 0);
    String named = books.invoice(client, 1);
    UUID complaint = UUID.randomUUID();
    books.hearRemedy(client, complaint, "30.00", named);
    books.hearRemedy(client, complaint, "30.00", named);
    List<Map<String, Object>> memos = memosOf(client);
    assertThat(memos).hasSize(1);
    assertThat(memos.get(0))
        .containsEntry("credits", named)
        .containsEntry("complaintId", complaint.toString())
        .containsEntry("state", "READY");
    assertThat(books.document(named).getString("owed.amount")).isEqualTo("59.00");
  }

  @Test
  void a_remedy_that_names_an_invoice_of_nobody_or_of_another_is_credited_nowhere_and_seen() {
    Client client = books.client("Misnamed");
    String own = books.invoice(client, 0);
    String others = books.invoice(books.client("Another"), 0);
    for (String named : List.of("INV-9999-000001", others)) {
      UUID complaint = UUID.randomUUID();
      books.hearRemedy(client, complaint, "30.00", named);
      List<String> words =
          json("accounting", "{}")
              .post("/v1/accounting/preflight")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath()
              .getList("findings.findAll{it.kind=='REMEDY_NOT_CREDITED'}.words");
      assertThat(words)
          .anySatisfy(each -> assertThat(each).contains(complaint.toString(), named, "30.00 USD"));
    }
    books.invoice(client, 1);
    assertThat(memosOf(client)).isEmpty();
    assertThat(books.document(own).getString("owed.amount")).isEqualTo("89.00");
    assertThat(books.document(others).getString("owed.amount")).isEqualTo("89.00");
  }

  @Test
  void a_remedy_worth_more_than_the_invoices_waits_for_the_next_one() {
    Client client = books.client("Waiting");
    books.invoice(client, 0);
    books.hearRemedy(client, UUID.randomUUID(), "100.00", null);
    assertThat(memosOf(client)).hasSize(1);
    String next = books.invoice(client, 1);
    assertThat(memosOf(client)).hasSize(2);
    assertThat(books.document(next).getString("owed.amount")).isEqualTo("78.00");
  }

  @Test
  void a_remedy_that_no_invoice_can_bear_is_seen_until_one_does() {
    Client client = books.client("Seen waiting");
    UUID complaint = UUID.randomUUID();
    books.hearRemedy(client, complaint, "100.00", null);
    assertThat(waiting(complaint)).singleElement().asString().contains("100.00 USD");
    books.invoice(client, 0);
    assertThat(waiting(complaint)).singleElement().asString().contains("11.00 USD");
    books.invoice(client, 1);
    assertThat(waiting(complaint)).isEmpty();
  }

  private static List<String> waiting(UUID complaint) {
    return json("accounting", "{}")
        .post("/v1/accounting/preflight")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("findings.findAll{it.subject=='" + complaint + "'}.words");
  }

  @Test
  void an_invoice_is_credited_in_parts_and_never_beyond_what_is_left() {
    String number = books.invoice(books.client("Credited"), 0);
    books
        .credit(number, "80.00")
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/accounting/documents/CM-"))
        .body("kind", equalTo("CREDIT_MEMO"))
        .body("credits", equalTo(number))
        .body("total.amount", equalTo("80.00"));
    problem(books.credit(number, "9.01"), 409, "credit-too-large");
    Response rest = books.credit(number, "9.00");
    rest.then().statusCode(201);
    assertThat(books.state(number)).isEqualTo("PAID");
    problem(books.credit(rest.jsonPath().getString("number"), "1.00"), 422, "not-an-invoice");
    problem(books.credit("INV-2026-999999", "1.00"), 404, "no-such-document");
    problem(books.credit(number, "0.00"), 400, "invalid-request");
  }

  @Test
  void an_invoice_may_be_paid_in_parts_that_come_to_all_of_it() {
    String number = books.invoice(books.client("Parts"), 0);
    String path = "/v1/accounting/documents/" + number;
    String plan =
        """
        {"instalments":[{"dueOn":"2026-02-01","amount":{"amount":"40.00","currency":"USD"}},
                        {"dueOn":"2026-03-01","amount":{"amount":"49.00","currency":"USD"}}]}""";
    problem(agree(path, plan.replace("49.00", "50.00")), 422, "instalments-differ");
    problem(agree(path, plan.replace("2026-03", "2026-01")), 400, "invalid-request");
    problem(json("accounting", plan).put(path + "/instalments"), 428, "precondition-required");
    agree(path, plan)
        .then()
        .statusCode(200)
        .body("instalments.dueOn", equalTo(List.of("2026-02-01", "2026-03-01")))
        .body("owed.amount", equalTo("89.00"));
    assertThat(books.document(number).getList("instalments")).hasSize(2);
    agree(path, "{\"instalments\":[]}").then().statusCode(200).body("instalments", hasSize(0));
  }

  private static Response agree(String path, String plan) {
    return json("csr", plan).header("If-Match", etag(path)).put(path + "/instalments");
  }

  @Test
  void payments_come_back_once_for_each_reference() {
    String number = books.invoice(books.client("Paying"), 0);
    String reference = company.key("BANK-");
    books
        .pay(number, "50.00", reference)
        .then()
        .statusCode(201)
        .body("document", equalTo(number))
        .body("reference", equalTo(reference));
    problem(books.pay(number, "39.00", reference), 409, "payment-already-recorded");
    problem(books.pay(number, "39.01", company.key("BANK-")), 409, "more-than-owed");
    problem(books.pay("INV-2026-999999", "1.00", company.key("B")), 422, "unknown-document");
    problem(
        json("accounting", Books.payment(number, "1.00", company.key("B")).replace("USD", "EUR"))
            .post("/v1/accounting/payments"),
        422,
        "other-currency");
    assertThat(books.state(number)).isEqualTo("READY");
    books.pay(number, "39.00", company.key("BANK-")).then().statusCode(201);
    assertThat(books.state(number)).isEqualTo("PAID");
    as("accounting")
        .get("/v1/accounting/payments?document=" + number)
        .then()
        .statusCode(200)
        .body("items", hasSize(2));
  }

  @Test
  void a_list_of_payments_may_be_sent_again() {
    String number = books.invoice(books.client("Bank"), 0);
    String[] lines = {
      Books.payment(number, "40.00", company.key("BANK-")),
      Books.payment(number, "50.00", company.key("BANK-")),
      Books.payment(number, "49.00", company.key("BANK-"))
    };
    assertThat(statuses(lines)).containsExactly("CREATED", "REJECTED", "CREATED");
    assertThat(statuses(lines)).containsExactly("UNCHANGED", "REJECTED", "UNCHANGED");
    assertThat(books.state(number)).isEqualTo("PAID");
  }

  private static List<String> statuses(String... lines) {
    return imported("/v1/accounting/payments/import", lines).stream()
        .map(line -> line.path("status").asText())
        .toList();
  }

  @Test
  void the_feed_tells_what_becomes_of_a_document_without_anybodys_words() {
    Client client = books.client("Told");
    String number = books.invoice(client, 0);
    books.credit(number, "9.00").then().statusCode(201);
    books.pay(number, "80.00", company.key("BANK-")).then().statusCode(201);
    List<Map<String, Object>> events =
        PublishedEvents.of("accounting")
            .including("payment.recorded", UUID.fromString(client.customer()));
    assertThat(events)
        .extracting(event -> event.get("type").toString().replace("io.familiarface.", ""))
        .containsExactlyInAnyOrder(
            "document.issued",
            "document.issued",
            "document.credited",
            "document.paid",
            "payment.recorded");
    assertThat(events.toString()).contains(number).doesNotContain("We came late");
  }

  @Test
  void trouble_with_an_invoice_and_its_end_are_told_as_agreed() throws IOException {
    Client client = books.client("Troubled");
    String visit = books.visit(client, 0);
    UUID complaint = UUID.randomUUID();
    String number = numberOf(client, visit);
    books.hearCase(client, complaint, "RECEIVED", visit, null, 1);
    books.hearCase(client, complaint, "CLOSED", visit, null, 2);
    UUID customer = UUID.fromString(client.customer());
    PublishedEvents feed = PublishedEvents.of("accounting");
    feed.including("invoice.settled", customer);
    Map<String, Object> troubled =
        PublishedEvents.data(feed.about(customer, "invoice.troubled").get(0));
    Map<String, Object> settled =
        PublishedEvents.data(feed.about(customer, "invoice.settled").get(0));
    assertThat(troubled)
        .containsOnlyKeys(fields("invoice.troubled"))
        .containsEntry("number", number)
        .containsEntry("trouble", "DISPUTED")
        .containsEntry("at", "2026-02-01T09:00:00Z");
    assertThat(settled)
        .containsOnlyKeys(fields("invoice.settled"))
        .containsEntry("trouble", "DISPUTED");
  }

  /** The fields of the data of an example event. */
  private static Set<String> fields(String type) throws IOException {
    try (var in =
        AccountingApiTest.class.getResourceAsStream("/contracts/accounting/" + type + ".json")) {
      Set<String> fields = new TreeSet<>();
      new ObjectMapper().readTree(in).get("data").fieldNames().forEachRemaining(fields::add);
      return fields;
    }
  }

  @Test
  void an_invoice_that_is_not_paid_in_time_is_overdue_once_and_told() {
    Client client = books.client("Late");
    String number = books.invoice(client, 0);
    overdue.notice();
    assertThat(books.document(number).getString("overdueSince"))
        .as("what has not gone out")
        .isNull();
    json("accounting", "{\"format\":\"JSON\"}")
        .post("/v1/accounting/exports")
        .then()
        .statusCode(201);
    overdue.notice();
    overdue.notice();
    as("accounting")
        .get("/v1/accounting/documents?overdue=true&customerId=" + client.customer())
        .then()
        .body("items.number", equalTo(List.of(number)));
    UUID customer = UUID.fromString(client.customer());
    PublishedEvents feed = PublishedEvents.of("accounting");
    feed.including("invoice.troubled", customer);
    assertThat(feed.about(customer, "invoice.overdue")).hasSize(1);
  }

  @Test
  void numbers_have_no_gaps_with_32_writers_of_whom_some_roll_back() throws Exception {
    int year = 2190;
    database.sql("create table taken_number (sequence int primary key)").update();
    ExecutorService writers = Executors.newFixedThreadPool(32);
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < 320; i++) {
      boolean rollsBack = i % 3 == 0;
      work.add(() -> take(year, rollsBack));
    }
    for (Future<Void> done : writers.invokeAll(work)) {
      done.get();
    }
    writers.shutdown();
    List<Integer> given =
        database.sql("select sequence from taken_number order by sequence").list(Integer.class);
    int kept = 320 - 107;
    assertThat(given).hasSize(kept).first().isEqualTo(1);
    assertThat(given.get(kept - 1)).isEqualTo(kept);
    QuarkusTransaction.requiringNew().run(() -> database.sql("drop table taken_number").update());
  }

  private Void take(int year, boolean rollsBack) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                int sequence = numbers.next(DocumentKind.INVOICE, year).sequence();
                database
                    .sql("insert into taken_number (sequence) values (:n)")
                    .bind("n", sequence)
                    .update();
                if (rollsBack) {
                  throw new IllegalStateException("as if the machine had stopped");
                }
              });
    } catch (IllegalStateException e) {
      assertThat(rollsBack).isTrue();
    }
    return null;
  }

  @Test
  void what_was_issued_can_be_neither_changed_nor_deleted() {
    String number = books.invoice(books.client("Fixed"), 0);
    for (String change :
        List.of(
            "update accounting_document set total = 1, net = 1, tax = 0 where number = :n",
            "update accounting_document set issued_on = '2020-01-01' where number = :n",
            "delete from accounting_document where number = :n")) {
      assertThatThrownBy(() -> database.sql(change).bind("n", number).update())
          .hasStackTraceContaining("has been issued");
    }
    assertThat(books.document(number).getString("total.amount")).isEqualTo("89.00");
  }

  @Test
  void filters_narrow_the_list_and_pages_follow_each_other() {
    Client client = books.client("Listed");
    books.invoice(client, 0);
    books.invoice(client, 1);
    String third = books.invoice(client, 2);
    String list = "/v1/accounting/documents?customerId=" + client.customer();
    as("accounting")
        .get(list + "&from=2026-02-01&to=2026-02-28")
        .then()
        .body("items.issuedOn", equalTo(List.of("2026-02-05")));
    Response page = as("accounting").get(list + "&limit=1");
    page.then().body("items.number", equalTo(List.of(third)));
    as("accounting")
        .get(list + "&limit=2&cursor=" + page.jsonPath().getString("nextCursor"))
        .then()
        .statusCode(200)
        .body("items.issuedOn", equalTo(List.of("2026-02-05", "2026-01-05")));
    problem(as("accounting").get(list + "&colour=red"), 400, "unknown-parameter");
    problem(as("accounting").get(list + "&state=LOST"), 400, "invalid-request");
  }

  private String numberOf(Client client, String visit) {
    return books.documents(client).stream()
        .filter(document -> visit.equals(document.get("visitId")))
        .map(document -> (String) document.get("number"))
        .findFirst()
        .orElseThrow();
  }

  private List<Map<String, Object>> memosOf(Client client) {
    return books.documents(client).stream()
        .filter(document -> "CREDIT_MEMO".equals(document.get("kind")))
        .toList();
  }

  static void problem(Response answer, int status, String slug) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:familiar-face:problem:" + slug));
  }
}
