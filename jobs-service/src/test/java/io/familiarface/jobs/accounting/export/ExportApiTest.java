package io.familiarface.jobs.accounting.export;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.jobs.accounting.Books;
import io.familiarface.jobs.accounting.Books.Client;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportApiTest {
  @Inject Books books;

  private static JsonPath export(String format, String since) {
    return json("accounting", "{\"format\":\"%s\",\"since\":\"%s\"}".formatted(format, since))
        .post("/v1/accounting/exports")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static List<String> numbersIn(String export) {
    return as("accounting")
        .get("/v1/accounting/exports/" + export + "/content")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("number");
  }

  private static Response confirm(String export, String body) {
    return json("accounting", body).post("/v1/accounting/exports/" + export + "/confirmation");
  }

  @Test
  void what_has_gone_out_once_is_not_in_the_next_export() {
    Client client = books.client("Exported");
    String number = books.invoice(client, 0);
    JsonPath first = export("JSON", "LAST");
    assertThat(numbersIn(first.getString("id"))).contains(number);
    assertThat(numbersIn(first.getString("id"))).as("repeated").contains(number);
    assertThat(books.state(number)).isEqualTo("EXPORTED");
    String next = books.invoice(client, 1);
    String second = export("JSON", "LAST").getString("id");
    assertThat(numbersIn(second)).contains(next).doesNotContain(number);
    assertThat(numbersIn(export("JSON", first.getString("id")).getString("id")))
        .contains(next)
        .doesNotContain(number);
  }

  @Test
  void of_exports_at_the_same_instant_one_has_each_document() throws Exception {
    Client client = books.client("Raced");
    List<String> numbers =
        List.of(books.invoice(client, 0), books.invoice(client, 1), books.invoice(client, 2));
    ExecutorService many = Executors.newFixedThreadPool(4);
    List<String> sent = new ArrayList<>();
    Callable<String> one = () -> export("JSON", "LAST").getString("id");
    for (Future<String> export : many.invokeAll(Collections.nCopies(4, one))) {
      sent.addAll(numbersIn(export.get()));
    }
    many.shutdown();
    assertThat(sent).containsAll(numbers).doesNotHaveDuplicates();
  }

  @Test
  void what_goes_out_as_e_invoices_passes_their_rules() throws Exception {
    export("JSON", "LAST");
    Client client = books.client("Smith & Sons <Ltd>");
    String number = books.invoice(client, 0);
    books.credit(number, "9.00").then().statusCode(201);
    String export = export("UBL", "LAST").getString("id");
    byte[] zip =
        as("accounting")
            .get("/v1/accounting/exports/" + export + "/content")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    List<String> files = DocumentFormatsTest.filesOf(zip);
    assertThat(files).hasSizeGreaterThanOrEqualTo(2);
    for (String file : files) {
      assertThat(UblRules.errors(file)).as(file).isEmpty();
    }
  }

  @Test
  void what_is_held_stays_at_home_until_it_is_released() {
    Client client = books.client("Kept");
    String visit = books.visit(client, 0);
    UUID complaint = UUID.randomUUID();
    books.hearCase(client, complaint, "RECEIVED", visit, null, 1);
    String number = (String) books.documents(client).get(0).get("number");
    assertThat(numbersIn(export("JSON", "LAST").getString("id"))).doesNotContain(number);
    books.hearCase(client, complaint, "CLOSED", visit, null, 2);
    assertThat(numbersIn(export("JSON", "LAST").getString("id"))).contains(number);
    books.hearCase(client, complaint, "RECEIVED", visit, null, 3);
    as("accounting")
        .get("/v1/accounting/documents?disputed=true&customerId=" + client.customer())
        .then()
        .body("items.number", equalTo(List.of(number)))
        .body("items[0].state", equalTo("EXPORTED"));
  }

  @Test
  void accounting_says_once_what_it_took() {
    Client client = books.client("Confirmed");
    String good = books.invoice(client, 0);
    String bad = books.invoice(client, 1);
    String export = export("CSV", "LAST").getString("id");
    confirm(export, "{\"accepted\":[\"INV-1999-000001\"]}").then().statusCode(422);
    assertThat(books.state(good)).isEqualTo("EXPORTED");
    confirm(
            export,
            """
            {"accepted":["%s"],"rejected":[{"number":"%s","words":"No such customer"}]}"""
                .formatted(good, bad))
        .then()
        .statusCode(201)
        .body("state", equalTo("CONFIRMED"))
        .body("rejected", equalTo(1));
    assertThat(books.state(good)).isEqualTo("ACCEPTED");
    assertThat(books.document(bad).getString("words")).isEqualTo("No such customer");
    confirm(export, "{}").then().statusCode(409);
    as("accounting")
        .get("/v1/accounting/documents?state=REJECTED")
        .then()
        .body("items.number", hasItem(bad));
    as("accounting")
        .get("/v1/accounting/documents/" + bad + "/history")
        .then()
        .body(
            "items.action", hasItems("document.issued", "document.exported", "document.rejected"));
    String again = export("JSON", "LAST").getString("id");
    assertThat(numbersIn(again)).contains(bad);
    confirm(again, "{\"rejected\":[]}").then().statusCode(201);
    assertThat(books.state(bad)).isEqualTo("ACCEPTED");
  }

  @Test
  void a_receipt_that_there_has_never_been() {
    UUID future = UUID.randomUUID();
    json("accounting", "{\"format\":\"JSON\",\"since\":\"%s\"}".formatted(future))
        .post("/v1/accounting/exports")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:familiar-face:problem:unknown-export"));
    as("accounting").get("/v1/accounting/exports/" + future).then().statusCode(404);
    json("accounting", "{\"format\":\"PDF\"}")
        .post("/v1/accounting/exports")
        .then()
        .statusCode(400);
    json("accounting", "{\"format\":\"CSV\",\"since\":\"tomorrow\"}")
        .post("/v1/accounting/exports")
        .then()
        .statusCode(400);
  }

  @Test
  void csv_has_a_row_for_each_line_with_what_the_document_says() throws Exception {
    for (String name : List.of("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "Ann, Smith")) {
      Client client = books.client(name);
      String invoice = books.invoice(client, 0);
      books.credit(invoice, "9.00").then().statusCode(201);
      String export = export("CSV", "LAST").getString("id");
      JsonPath said =
          as("accounting")
              .header("Accept", "application/json")
              .get("/v1/accounting/exports/" + export + "/content")
              .jsonPath();
      List<CSVRecord> rows = rows("/v1/accounting/exports/" + export + "/content");
      assertThat(rows.stream().map(row -> row.get("number")).distinct())
          .contains(invoice)
          .containsExactlyElementsOf(said.getList("number"));
      int row = 0;
      for (Map<String, ?> document : said.<Map<String, ?>>getList("$")) {
        JsonPath one = new JsonPath(new ObjectMapper().writeValueAsString(document));
        for (int n = 0; n < one.getList("lines").size(); n++, row++) {
          String line = "lines[" + n + "].";
          CSVRecord cells = rows.get(row);
          assertThat(cells.get("line")).isEqualTo(String.valueOf(n + 1));
          for (var cell :
              Map.ofEntries(
                      Map.entry("number", "number"),
                      Map.entry("kind", "kind"),
                      Map.entry("state", "state"),
                      Map.entry("customerId", "customerId"),
                      Map.entry("issuedOn", "issuedOn"),
                      Map.entry("dueOn", "dueOn"),
                      Map.entry("currency", "total.currency"),
                      Map.entry("description", line + "description"),
                      Map.entry("quantity", line + "quantity"),
                      Map.entry("unitPrice", line + "unitPrice.amount"),
                      Map.entry("amount", line + "amount.amount"),
                      Map.entry("taxRate", line + "tax.rate"),
                      Map.entry("taxAmount", line + "tax.amount.amount"),
                      Map.entry("net", "net.amount"),
                      Map.entry("tax", "tax.amount"),
                      Map.entry("total", "total.amount"),
                      Map.entry("credits", "credits"),
                      Map.entry("agreementId", "agreementId"),
                      Map.entry("visitId", "visitId"))
                  .entrySet()) {
            assertThat(cells.get(cell.getKey()))
                .as(cell.getKey())
                .isEqualTo(Objects.toString(one.getString(cell.getValue()), ""));
          }
          if (one.getString("customerId").equals(client.customer())) {
            assertThat(cells.get("customerName"))
                .as("no spreadsheet takes it for a formula")
                .startsWith(name.startsWith("Ann") ? name : "'" + name);
          }
        }
      }
      assertThat(row).isEqualTo(rows.size());
    }
  }

  private static List<CSVRecord> rows(String path) throws IOException {
    try (CSVParser rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(as("accounting").get(path).asString()))) {
      return rows.getRecords();
    }
  }

  @Test
  void days_are_read_in_every_format_without_a_receipt() {
    Client client = books.client("Streamed");
    String number = books.invoice(client, 3);
    String days = "/v1/accounting/export?from=2026-04-05&to=2026-04-05&format=";
    as("accounting")
        .get(days + "json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("number", hasItem(number));
    assertThat(as("accounting").get(days + "csv").asString())
        .contains(number)
        .contains("number,kind");
    assertThat(as("accounting").get(days + "quickbooks-csv").asString())
        .startsWith("*InvoiceNo,*Customer");
    assertThat(as("accounting").get(days + "XERO_CSV").asString()).startsWith("*ContactName");
    assertThat(as("accounting").get(days + "hledger").asString()).contains("(" + number + ")");
    as("accounting").get(days + "ubl").then().statusCode(200).contentType("application/zip");
    as("accounting").get(days + "xls").then().statusCode(400);
    as("accounting")
        .get("/v1/accounting/export?from=2026-04-05&to=2026-04-04")
        .then()
        .statusCode(400);
    assertThat(books.state(number)).as("nothing was changed").isEqualTo("READY");
    as("accounting")
        .get("/v1/accounting/exports")
        .then()
        .statusCode(200)
        .body("items.size()", greaterThan(-1))
        .body("items.content", not(hasItem("")));
  }
}
