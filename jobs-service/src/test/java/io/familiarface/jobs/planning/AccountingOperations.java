package io.familiarface.jobs.planning;

import io.familiarface.rest.testing.plan.Operations;

/** Calls whatever goes to accounting and comes from there. */
final class AccountingOperations {
  private AccountingOperations() {}

  static void accounting(Operations operations) {
    String documents = "/v1/accounting/documents";
    operations.pages(documents);
    operations.pages(documents + "?state=READY");
    operations.pages(documents + "?state=PAID&kind=INVOICE");
    operations.pages(documents + "?from=2020-03-01&to=2020-03-31");
    operations.pages(documents + "?customerId=ext:C7");
    String number = "INV-2020-000007";
    operations.get(documents + "/{number}", number);
    operations.get(documents + "/{number}/page", number);
    operations.pages(documents + "/{number}/history", number);
    operations.send(
        "POST",
        documents + "/{number}/credit",
        "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"},\"reason\":\"Late\"}",
        number);
    operations.change(
        "PUT",
        documents + "/{number}/instalments",
        documents + "/{number}",
        "{\"instalments\":[]}",
        number);
    String payment =
        """
        {"document":"%s","amount":{"amount":"1.00","currency":"USD"},"paidOn":"2020-03-01","reference":"%s"}\
        """;
    operations.send("POST", "/v1/accounting/payments", payment.formatted(number, "B-1"));
    operations.importLines("/v1/accounting/payments/import", payment.formatted(number, "B-2"));
    operations.pages("/v1/accounting/payments");
    operations.pages("/v1/accounting/payments?document=INV-2020-000077");
    operations.get("/v1/accounting/payments?reference=BANK-77");
    pushes(operations);
    operations.get("/v1/accounting/export?from=2020-03-01&to=2020-03-03&format=CSV");
    operations.send("POST", "/v1/accounting/preflight", "{}");
    operations.send(
        "POST",
        "/v1/accounting/prepayments",
        """
        {"agreementExternalId":"A11","amount":{"amount":"960.00","currency":"USD"},"from":"2030-01-01","to":"2030-12-31"}\
        """);
    operations.send(
        "POST",
        "/v1/accounting/project-invoices",
        """
        {"projectExternalId":"PJ1","lines":[{"step":1,"price":{"amount":"9.00","currency":"USD"}}]}\
        """);
    operations.pages("/v1/accounting/bookings");
    operations.pages("/v1/accounting/bookings?state=REFUSED");
    operations.send(
        "POST", "/v1/accounting/bookings/retries", "{\"documents\":[\"INV-2020-000077\"]}");
    operations.pages("/v1/accounting/deferrals");
    operations.send("POST", "/v1/accounting/exports", "{\"format\":\"JSON\"}");
    operations.pages("/v1/accounting/exports");
    operations.get("/v1/accounting/exports/{id}", "LAST");
    operations.get("/v1/accounting/exports/{id}/content", "LAST");
    operations.send("POST", "/v1/accounting/exports/{id}/confirmation", "{}", "LAST");
  }

  private static void pushes(Operations operations) {
    String endpoints = "/v1/accounting/endpoints";
    operations.send(
        "POST", endpoints, "{\"url\":\"http://127.0.0.1:9/hook\",\"cron\":\"0 6 1 1 *\"}");
    operations.pages(endpoints);
    operations.send("POST", endpoints + "/{id}/rotation", null, "LAST");
    operations.pages(endpoints + "/{id}/deliveries?state=PENDING", "LAST");
    operations.pages("/v1/accounting/deliveries");
    operations.pages("/v1/accounting/deliveries?state=DEAD");
    operations.send("POST", "/v1/accounting/deliveries/{id}/redelivery", null, "LAST");
    String one = endpoints + "/{id}";
    operations.change("DELETE", one, one, null, "LAST");
  }
}
