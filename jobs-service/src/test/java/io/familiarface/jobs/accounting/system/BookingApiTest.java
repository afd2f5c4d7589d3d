package io.familiarface.jobs.accounting.system;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.familiarface.database.Database;
import io.familiarface.jobs.Company;
import io.familiarface.jobs.accounting.Books;
import io.familiarface.jobs.accounting.Books.Client;
import io.familiarface.jobs.accounting.system.SystemStub.Trouble;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Documents are booked in QuickBooks Online and Xero, whatever becomes of the requests. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingApiTest {
  @Inject Books books;
  @Inject Company company;
  @Inject SystemConnection connection;
  @Inject Database database;

  @TestHTTPResource("")
  String address;

  private SystemStub stub;
  private Client client;

  @BeforeEach
  void a_company_whose_books_are_elsewhere() throws IOException {
    stub = new SystemStub();
    client = books.client("Dorothy " + UUID.randomUUID());
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              database
                  .sql(
                      """
                      update accounting_system set taken_until = null, calls = 0, calls_today = 0,
                        payments_until = null, refresh_token = null, configured = null""")
                  .update();
              // What other tests have left has gone another way.
              database
                  .sql(
                      "update accounting_document set exported_at = now() where exported_at is null")
                  .update();
              database.sql("delete from booking").update();
              database.sql("delete from booked_customer").update();
            });
  }

  @AfterEach
  void the_other_side_goes_away() {
    stub.close();
  }

  private void run(StubSettings settings) {
    SystemConnection.Steps steps = connection.steps(settings);
    steps.booking().bookAll();
    steps.polling().poll();
  }

  private StubSettings settings(SystemKind kind) {
    return StubSettings.of(kind, stub);
  }

  /** As if the time of the next attempt had come, and whoever was at it had died. */
  private void due() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              database.sql("update booking set next_at = now() where state = 'PENDING'").update();
              database.sql("update accounting_system set taken_until = null, calls = 0").update();
            });
  }

  private String booking(String number, String field) {
    return Api.all("accounting", "/v1/accounting/bookings?limit=500").stream()
        .filter(booking -> number.equals(booking.get("document")))
        .map(booking -> booking.get(field))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @EnumSource(value = SystemKind.class, mode = Mode.EXCLUDE, names = "NONE")
  void an_invoice_and_its_credit_are_booked_with_their_customer(SystemKind kind) {
    String invoice = books.invoice(client, 0);
    String memo = books.credit(invoice, "9.00").then().statusCode(201).extract().path("number");
    run(settings(kind));
    assertThat(stub.documents).containsOnlyKeys(invoice, memo);
    assertThat(stub.customers).hasSize(1);
    assertThat(books.state(invoice)).isEqualTo("ACCEPTED");
    assertThat(books.state(memo)).isEqualTo("ACCEPTED");
    assertThat(booking(invoice, "state")).isEqualTo("BOOKED");
    assertThat(booking(invoice, "externalId")).isNotBlank();
    run(settings(kind));
    assertThat(stub.documents).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(value = SystemKind.class, mode = Mode.EXCLUDE, names = "NONE")
  void whatever_goes_wrong_each_document_is_booked_once(SystemKind kind) {
    String invoice = books.invoice(client, 0);
    for (Trouble trouble :
        List.of(
            Trouble.FAILS,
            Trouble.NONSENSE,
            Trouble.ANSWER_LOST,
            Trouble.BUSY,
            Trouble.FORGETS_TOKENS)) {
      stub.trouble = trouble;
      run(trouble == Trouble.ANSWER_LOST ? settings(kind).impatient() : settings(kind));
      due();
      // Of the plan of three attempts none counts against the next kind of trouble.
      QuarkusTransaction.requiringNew()
          .run(() -> database.sql("update booking set attempts = least(attempts, 1)").update());
    }
    run(settings(kind));
    assertThat(stub.documents).containsOnlyKeys(invoice);
    assertThat(booking(invoice, "state")).isEqualTo("BOOKED");
    assertThat(new HashSet<>(stub.requestIds)).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(value = SystemKind.class, mode = Mode.EXCLUDE, names = "NONE")
  void one_that_confirms_another_number_is_told_apart(SystemKind kind) {
    String other = books.invoice(client, 0);
    run(settings(kind));
    String invoice = books.invoice(client, 1);
    stub.trouble = Trouble.OTHER_NUMBER;
    run(settings(kind));
    assertThat(books.state(invoice)).isEqualTo("REJECTED");
    assertThat(books.document(invoice).getString("words"))
        .contains("'1-" + invoice + "'")
        .contains("void");
    assertThat(books.state(other)).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @EnumSource(value = SystemKind.class, mode = Mode.EXCLUDE, names = "NONE")
  void what_it_does_not_answer_to_is_given_up_and_sent_again_by_hand(SystemKind kind) {
    books.invoice(client, 0);
    run(settings(kind));
    String invoice = books.invoice(client, 1);
    for (int i = 0; i < 3; i++) {
      stub.trouble = Trouble.SILENT;
      run(settings(kind).impatient());
      assertThat(booking(invoice, "words")).isNotBlank();
      due();
    }
    stub.trouble = null;
    as("accounting")
        .get("/v1/accounting/bookings?state=GIVEN_UP")
        .then()
        .statusCode(200)
        .body("items.document", hasItem(invoice));
    run(settings(kind));
    assertThat(stub.documents).hasSize(1);
    retry(invoice);
    assertThat(booking(invoice, "state")).isEqualTo("PENDING");
    run(settings(kind));
    assertThat(stub.documents).hasSize(2).containsKey(invoice);
    assertThat(books.state(invoice)).isEqualTo("ACCEPTED");
  }

  private static void retry(String number) {
    json("accounting", "{\"documents\":[\"%s\"]}".formatted(number))
        .post("/v1/accounting/bookings/retries")
        .then()
        .statusCode(201)
        .body("documents", equalTo(1));
  }

  @ParameterizedTest
  @EnumSource(value = SystemKind.class, mode = Mode.EXCLUDE, names = "NONE")
  void a_number_that_is_taken_there_by_another_document_is_refused_in_words(SystemKind kind) {
    String invoice = refused(kind);
    assertThat(books.state(invoice)).isEqualTo("REJECTED");
    assertThat(booking(invoice, "words")).contains("17").contains("another number");
    stub.documents.remove(invoice);
    retry(invoice);
    run(settings(kind));
    assertThat(books.state(invoice)).isEqualTo("ACCEPTED");
  }

  /** An invoice whose number the other side has given to something else. */
  private String refused(SystemKind kind) {
    books.invoice(client, 0);
    run(settings(kind));
    String invoice = books.invoice(client, 1);
    ObjectNode taken = stub.documents.values().iterator().next().deepCopy();
    taken.put(kind == SystemKind.XERO ? "InvoiceNumber" : "DocNumber", invoice);
    taken.put(kind == SystemKind.XERO ? "Total" : "TotalAmt", 17);
    stub.documents.put(invoice, taken);
    run(settings(kind));
    return invoice;
  }

  @Test
  void what_was_not_booked_is_seen_on_the_page_and_booked_again_from_there() {
    String invoice = refused(SystemKind.QUICKBOOKS);
    stub.documents.remove(invoice);
    try (Browser browser = Browser.open(address.replaceAll("/$", ""))) {
      Page page = browser.signedIn("accounting", "/accounting/", 1300, 900);
      Locator unbooked =
          page.getByRole(
              AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("Not booked")));
      PlaywrightAssertions.assertThat(unbooked).containsText(invoice);
      PlaywrightAssertions.assertThat(unbooked).containsText("another number");
      Browser.hasNoAccessibilityViolation(page);
      Browser.picture(page, "accounting-not-booked");
      page.getByLabel("Book " + invoice + " again").click();
      PlaywrightAssertions.assertThat(page.locator(".recorded")).containsText(invoice);
      browser.nothingWentWrong();
    }
    run(settings(SystemKind.QUICKBOOKS));
    assertThat(books.state(invoice)).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @EnumSource(value = SystemKind.class, mode = Mode.EXCLUDE, names = "NONE")
  void a_customer_who_is_there_is_not_made_twice_and_namesakes_stay_two(SystemKind kind) {
    String name = "Grace " + UUID.randomUUID();
    books.invoice(books.client(name), 0);
    books.invoice(books.client(name), 0);
    ObjectNode there = SystemHttp.JSON.createObjectNode();
    there.put(kind == SystemKind.XERO ? "ContactID" : "Id", "77");
    stub.customers.put(name + " Inc.", there);
    run(settings(kind));
    assertThat(stub.documents).hasSize(2);
    assertThat(stub.customers).hasSize(2);
    assertThat(stub.documents.values())
        .extracting(
            document ->
                document.at(kind == SystemKind.XERO ? "/Contact/ContactID" : "/CustomerRef/value"))
        .extracting(JsonNode::asText)
        .doesNotHaveDuplicates()
        .contains("77");
  }

  @Test
  void a_merged_customer_is_who_they_were_there() {
    books.invoice(client, 0);
    run(settings(SystemKind.QUICKBOOKS));
    Client other = books.client("Dorothy's other account " + UUID.randomUUID());
    company.hear(
        "customers",
        "io.familiarface.customer.merged",
        client.customer(),
        "{\"from\":\"%s\",\"externalId\":null,\"into\":\"%s\"}"
            .formatted(client.customer(), other.customer()));
    books.invoice(other, 0);
    run(settings(SystemKind.QUICKBOOKS));
    assertThat(stub.documents).hasSize(2);
    assertThat(stub.customers).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = SystemKind.class, mode = Mode.EXCLUDE, names = "NONE")
  void what_was_paid_there_is_paid_here_once(SystemKind kind) {
    String invoice = books.invoice(client, 0);
    run(settings(kind));
    stub.payments.add(payment(kind, invoice, "30.00", "P1"));
    stub.payments.add(payment(kind, invoice, "500.00", "P2"));
    stub.payments.add(payment(kind, invoice, "59.00", "P3"));
    run(settings(kind));
    run(settings(kind));
    assertThat(books.state(invoice)).isEqualTo("PAID");
    assertThat(books.document(invoice).getString("paid.amount")).isEqualTo("89.00");
  }

  private ObjectNode payment(SystemKind kind, String invoice, String amount, String id) {
    ObjectNode payment = SystemHttp.JSON.createObjectNode();
    if (kind == SystemKind.XERO) {
      payment.put("PaymentID", id + invoice).put("Date", "/Date(1770854400000+0000)/");
      payment.put("Amount", new BigDecimal(amount));
      payment.putObject("Invoice").put("InvoiceNumber", invoice).put("CurrencyCode", "USD");
      return payment;
    }
    payment.put("Id", id + invoice).put("TxnDate", "2026-02-12");
    payment.putObject("CurrencyRef").put("value", "USD");
    ObjectNode line = payment.putArray("Line").addObject();
    line.put("Amount", new BigDecimal(amount));
    line.putArray("LinkedTxn")
        .addObject()
        .put("TxnType", "Invoice")
        .put("TxnId", stub.documents.get(invoice).path("Id").asText());
    return payment;
  }

  @Test
  void no_more_calls_are_made_in_a_minute_than_it_allows() {
    for (int month = 0; month < 3; month++) {
      books.invoice(client, month);
    }
    StubSettings few = settings(SystemKind.QUICKBOOKS).callsPerMinute(1);
    run(few);
    run(few);
    long calls = stub.calls.stream().filter(call -> !call.endsWith("/token")).count();
    // Two, if the minute has just changed.
    assertThat(calls).isBetween(1L, 2L);
    due();
    run(settings(SystemKind.QUICKBOOKS));
    assertThat(stub.documents).hasSize(3);
  }

  @Test
  void a_refresh_token_is_used_once_and_the_next_is_remembered() {
    books.invoice(client, 0);
    run(settings(SystemKind.QUICKBOOKS));
    books.invoice(client, 1);
    run(settings(SystemKind.QUICKBOOKS));
    assertThat(stub.documents).hasSize(2);
    assertThat(stub.refreshToken).isNotEqualTo("refresh-0");
  }

  @Test
  void a_client_of_its_own_needs_no_refresh_token() {
    String invoice = books.invoice(client, 0);
    run(settings(SystemKind.XERO).withoutRefreshToken());
    assertThat(books.state(invoice)).isEqualTo("ACCEPTED");
  }
}
