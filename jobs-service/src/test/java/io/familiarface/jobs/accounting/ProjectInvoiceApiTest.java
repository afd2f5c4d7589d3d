package io.familiarface.jobs.accounting;

import static io.familiarface.jobs.accounting.AccountingApiTest.problem;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.jobs.Company;
import io.familiarface.jobs.accounting.Books.Client;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of a project become lines of an invoice. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectInvoiceApiTest {
  private static final String INVOICES = "/v1/accounting/project-invoices";

  @Inject Books books;
  @Inject Company company;
  private Client client;
  private String project;

  @BeforeEach
  void a_flooded_cellar() {
    client = books.client("Ines");
    project =
        json(
                "csr",
                "{\"customerId\":\"%s\",\"title\":\"Dry out the cellar\"}"
                    .formatted(client.customer()))
            .post("/v1/projects")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    for (String title : new String[] {"Pumping", "Drying", "Cleaning"}) {
      json("csr", "{\"title\":\"%s\",\"startsOn\":\"%s\"}".formatted(title, Company.today()))
          .post("/v1/projects/" + project + "/steps")
          .then()
          .statusCode(201);
    }
  }

  private Response invoice(String lines) {
    return json("accounting", "{\"projectId\":\"%s\",\"lines\":[%s]}".formatted(project, lines))
        .post(INVOICES);
  }

  private static String line(int step, String amount) {
    return line(step, amount, "USD");
  }

  private static String line(int step, String amount, String currency) {
    return "{\"step\":%d,\"price\":{\"amount\":\"%s\",\"currency\":\"%s\"}}"
        .formatted(step, amount, currency);
  }

  @Test
  void each_step_is_a_line_of_one_invoice() {
    Response made = invoice(line(1, "240.00") + "," + line(3, "119.90"));
    made.then()
        .statusCode(201)
        .body("kind", equalTo("INVOICE"))
        .body("state", equalTo("READY"))
        .body("customerId", equalTo(client.customer()))
        .body("lines.description", contains("Pumping", "Cleaning"))
        .body("lines.program", contains("Pumping", "Cleaning"))
        .body("lines.amount.amount", contains("240.00", "119.90"))
        .body("total.amount", equalTo("359.90"));
    as("accounting").get(made.header("Location")).then().statusCode(200).body("lines", hasSize(2));
  }

  @Test
  void a_step_is_invoiced_once() {
    String number = invoice(line(2, "80.00")).then().statusCode(201).extract().path("number");
    Response again = invoice(line(1, "240.00") + "," + line(2, "80.00"));
    problem(again, 409, "step-already-invoiced");
    assertThat(again.asString()).contains(number).contains("/lines/1/step");
    assertThat(books.documents(client)).hasSize(1);
  }

  @Test
  void a_remedy_that_waited_is_taken_from_it_and_a_credit_has_its_lines() {
    books.hearRemedy(client, UUID.randomUUID(), "20.00", null);
    String number =
        invoice(line(1, "240.00") + "," + line(2, "80.00"))
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    assertThat(books.document(number).getString("owed.amount")).isEqualTo("300.00");
    assertThat(books.documents(client))
        .anySatisfy(memo -> assertThat(memo.get("credits")).isEqualTo(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4 | 10.00 | USD | 422 | unknown-step",
        "1 | 10.00 | USD | 422 | contradiction",
        "2 | 10.00 | EUR | 422 | other-currency",
        "2 | 0.00 | USD | 400 | invalid-request",
        "0 | 10.00 | USD | 400 | invalid-request",
        "2 | 1.001 | USD | 400 | invalid-request",
      })
  void what_contradicts_itself_makes_no_invoice(
      int step, String amount, String currency, int status, String slug) {
    problem(invoice(line(1, "5.00") + "," + line(step, amount, currency)), status, slug);
    assertThat(books.documents(client)).isEmpty();
  }

  @Test
  void a_project_that_is_not_there_makes_no_invoice() {
    problem(
        json(
                "accounting",
                "{\"projectExternalId\":\"none\",\"lines\":[%s]}".formatted(line(1, "1")))
            .post(INVOICES),
        422,
        "unknown-project");
    problem(
        json("accounting", "{\"lines\":[%s]}".formatted(line(1, "1"))).post(INVOICES),
        400,
        "invalid-request");
    problem(invoice(""), 400, "invalid-request");
  }
}
