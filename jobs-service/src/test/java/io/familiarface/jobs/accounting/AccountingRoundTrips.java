package io.familiarface.jobs.accounting;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;

import io.familiarface.jobs.Company;
import io.familiarface.jobs.accounting.Books.Client;
import io.familiarface.rest.testing.wire.RoundTripTable;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;

/** The operations of accounting in the table of round trips. */
@Singleton
public class AccountingRoundTrips {
  private static final String ACCOUNTING = "/v1/accounting/";

  private final Books books;
  private Client client;
  private int months;

  AccountingRoundTrips(Books books) {
    this.books = books;
  }

  public void count(RoundTripTable table) {
    client = books.client("Counted");
    months = 0;
    documents(table);
    payments(table);
    exports(table);
    lists(table);
  }

  /** Of a visit of its own; looked at, so that nothing waits to be invoiced. */
  private String invoice() {
    if (months == 10) {
      client = books.client("Counted");
      months = 0;
    }
    return books.invoice(client, months++);
  }

  private static Response post(String path, String body) {
    return json("accounting", body)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .post(ACCOUNTING + path);
  }

  private void documents(RoundTripTable table) {
    table.count(
        "POST /v1/accounting/documents/{number}/credit",
        "both documents change and are told, after the number of the new one is drawn",
        () -> {
          String number = invoice();
          return () ->
              post(
                  "documents/" + number + "/credit",
                  "{\"amount\":{\"amount\":\"9.00\",\"currency\":\"USD\"},\"reason\":\"Late\"}");
        });
    table.count(
        "PUT /v1/accounting/documents/{number}/instalments",
        () -> {
          String path = ACCOUNTING + "documents/" + invoice();
          String tag = etag(path);
          String due = Company.today().plusDays(30).toString();
          return () ->
              json(
                      "accounting",
                      """
                      {"instalments":[{"dueOn":"%s","amount":{"amount":"89.00","currency":"USD"}}]}"""
                          .formatted(due))
                  .header("If-Match", tag)
                  .put(path + "/instalments");
        });
    table.count(
        "POST /v1/accounting/prepayments",
        "what remedies and certificates are waiting for is looked for as well",
        () -> {
          Client another = books.client("In advance");
          LocalDate from = Company.today();
          return () ->
              post(
                  "prepayments",
                  """
                  {"agreementId":"%s","amount":{"amount":"960.00","currency":"USD"},"from":"%s","to":"%s"}"""
                      .formatted(another.agreement(), from, from.plusDays(364)));
        });
    table.count(
        "POST /v1/accounting/project-invoices",
        "what remedies and certificates are waiting for is looked for as well",
        () -> {
          String project = project();
          return () ->
              post(
                  "project-invoices",
                  """
                  {"projectId":"%s","lines":[{"step":1,"price":{"amount":"80.00","currency":"USD"}}]}"""
                      .formatted(project));
        });
  }

  private String project() {
    String project =
        json("csr", "{\"customerId\":\"%s\",\"title\":\"Cellar\"}".formatted(client.customer()))
            .post("/v1/projects")
            .path("id");
    json("csr", "{\"title\":\"Drying\",\"startsOn\":\"%s\"}".formatted(Company.today()))
        .post("/v1/projects/" + project + "/steps");
    return project;
  }

  private static String payment(String number) {
    return Books.payment(number, "9.00", "BANK-" + UUID.randomUUID());
  }

  private void payments(RoundTripTable table) {
    table.count(
        "POST /v1/accounting/payments",
        "who it is of and whether it counts already are asked before the invoice is locked",
        () -> {
          String body = payment(invoice());
          return () -> post("payments", body);
        });
    table.count(
        "POST /v1/accounting/payments/import (a chunk)",
        "who it is of and whether it counts already are asked before the invoice is locked",
        () -> {
          String line = payment(invoice());
          return () -> importing(ACCOUNTING + "payments/import", line);
        });
  }

  private void exports(RoundTripTable table) {
    String all = "{\"format\":\"CSV\"}";
    table.count(
        "POST /v1/accounting/exports",
        "what waits is chosen, locked by its customers, read, marked, told and counted",
        () -> {
          post("exports", all);
          invoice();
          return () -> post("exports", all);
        });
    table.count(
        "POST /v1/accounting/exports/{id}/confirmation",
        "those accepted and those refused are told apart, and each kind is told",
        () -> {
          invoice();
          String id = post("exports", all).path("id");
          return () -> post("exports/" + id + "/confirmation", "{}");
        });
  }

  private void lists(RoundTripTable table) {
    String number = invoice();
    for (String path :
        new String[] {
          "documents",
          "documents/" + number,
          "payments",
          "deferrals",
          "exports",
          "deliveries",
          "bookings"
        }) {
      table.count(
          "GET " + ACCOUNTING + path.replace(number, "{number}"),
          () -> () -> as("accounting").get(ACCOUNTING + path));
    }
  }
}
