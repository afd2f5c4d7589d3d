package io.familiarface.jobs.accounting.export;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.familiarface.jobs.Company;
import io.familiarface.jobs.accounting.Books;
import io.familiarface.jobs.accounting.Books.Client;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportApiTest {
  @Inject Books books;
  @Inject Company company;

  private static Map<String, Object> finding(JsonPath report, String kind, String subject) {
    return report.<Map<String, Object>>getList("findings").stream()
        .filter(each -> kind.equals(each.get("kind")) && subject.equals(each.get("subject")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void before_an_export_one_sees_what_it_would_stumble_over() {
    String name = "Twin " + UUID.randomUUID();
    String first = books.invoice(books.client(name), 0);
    String second = books.invoice(books.client(name), 0);
    JsonPath report =
        json("accounting", "{\"numbersTaken\":[\"%s\"]}".formatted(first))
            .post("/v1/accounting/preflight")
            .then()
            .statusCode(200)
            .body("ready", equalTo(false))
            .extract()
            .jsonPath();
    assertThat(finding(report, "NUMBER_TAKEN", first)).containsEntry("severity", "ERROR");
    assertThat(finding(report, "CUSTOMER_DOUBLED", name + " Inc."))
        .extracting("documents")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains(first, second);
    assertThat(finding(report, "ACCOUNT_NOT_MAPPED", "Monthly rodent control"))
        .containsEntry("severity", "WARNING");
    json("accounting", "{}").post("/v1/accounting/preflight").then().statusCode(200);
  }

  @Test
  void our_list_and_theirs_are_compared_by_number_amount_customer_and_day() {
    Client client = books.client("Compared");
    String same = books.invoice(client, 0);
    String other = books.invoice(client, 1);
    String missing = books.invoice(client, 2);
    json("accounting", "{\"format\":\"JSON\"}")
        .post("/v1/accounting/exports")
        .then()
        .statusCode(201);
    String theirs =
        """
        number,total,currency,customer,issuedOn
        %s,89.00,USD,Compared Inc.,2026-01-05
        %s,98.00,EUR,Somebody,2026-02-06
        INV-1999-000001,10.00,USD,Nobody,2026-01-01
        INV-1999-000001,10.00,USD,Nobody,2026-01-01
        """
            .formatted(same, other);
    JsonPath report = reconcile(theirs).then().statusCode(200).extract().jsonPath();
    assertThat(report.getInt("theirs")).isEqualTo(4);
    assertThat(report.getInt("matching")).isEqualTo(1);
    assertThat(kinds(report, other))
        .containsExactly("AMOUNT_DIFFERS", "CURRENCY_DIFFERS", "CUSTOMER_DIFFERS", "DATE_DIFFERS");
    assertThat(kinds(report, missing)).containsExactly("MISSING_THERE");
    assertThat(kinds(report, "INV-1999-000001")).containsExactly("TWICE_THERE", "MISSING_HERE");
    assertThat(kinds(report, same)).isEmpty();
  }

  private static List<Object> kinds(JsonPath report, String number) {
    return report.<Map<String, Object>>getList("differences").stream()
        .filter(each -> number.equals(each.get("number")))
        .map(each -> each.get("kind"))
        .toList();
  }

  private static Response reconcile(String csv) {
    return as("accounting").contentType("text/csv").body(csv).post("/v1/accounting/reconciliation");
  }

  @Test
  void a_list_that_cannot_be_compared_says_where() {
    for (String csv :
        List.of(
            "",
            "number\nINV-2026-000001\n",
            "number,total\nINV-2026-000001,much\n",
            "number,total\nINV-2026-000001,1E999999999\n",
            "number,total\n\"INV-2026-000001,89.00\n",
            "number,total\n,89.00\n",
            "number,total,issuedOn\nINV-2026-000001,89.00,yesterday\n")) {
      reconcile(csv).then().statusCode(400).contentType("application/problem+json");
    }
  }

  @Test
  void a_customer_reads_an_invoice_as_a_page_or_on_paper() {
    String number = books.invoice(books.client("Reader & <Sons>"), 0);
    String path = "/v1/accounting/documents/" + number + "/page";
    assertThat(as("csr").accept("text/html").get(path).then().statusCode(200).extract().asString())
        .contains("Invoice " + number)
        .contains("Reader &amp; &lt;Sons&gt; Inc.")
        .contains("89.00 USD");
    byte[] pdf = as("csr").accept("application/pdf").get(path).asByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    as("csr").get("/v1/accounting/documents/INV-1999-000001/page").then().statusCode(404);
  }

  @Test
  void what_is_paid_in_advance_is_earned_month_by_month_and_its_visits_make_no_invoice() {
    Client client = books.client("Prepaid");
    String body =
        """
        {"agreementId":"%s","amount":{"amount":"365.00","currency":"USD"},"from":"2026-01-01","to":"2026-12-31"}"""
            .formatted(client.agreement());
    String number =
        json("accounting", body)
            .post("/v1/accounting/prepayments")
            .then()
            .statusCode(201)
            .body("kind", equalTo("INVOICE"))
            .extract()
            .jsonPath()
            .getString("number");
    json("accounting", body)
        .post("/v1/accounting/prepayments")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:familiar-face:problem:already-prepaid"));
    books.visit(client, 0);
    assertThat(books.documents(client)).hasSize(1);
    books.pay(number, "365.00", company.key("BANK-")).then().statusCode(201);
    assertThat(Api.all("accounting", "/v1/accounting/deferrals?limit=500&asOf=2026-01-31"))
        .filteredOn(deferral -> number.equals(deferral.get("document")))
        .singleElement()
        .satisfies(
            deferral -> {
              assertThat(deferral)
                  .extractingByKey("earned")
                  .hasToString("{amount=31.00, currency=USD}");
              assertThat(deferral)
                  .extractingByKey("unearned")
                  .hasToString("{amount=334.00, currency=USD}");
              assertThat(deferral.get("months").toString()).contains("month=2026-12");
            });
    assertThat(as("accounting").get("/v1/accounting/export?format=hledger").asString())
        .contains("2026-01-31 (" + number + ") Earned of " + number)
        .contains("liabilities:deferred income  31.00 USD");
    json("accounting", body.replace("2026-12-31", "2025-12-31"))
        .post("/v1/accounting/prepayments")
        .then()
        .statusCode(400);
  }
}
