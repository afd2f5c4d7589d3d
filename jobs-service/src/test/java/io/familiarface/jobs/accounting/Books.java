package io.familiarface.jobs.accounting;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;

import io.familiarface.jobs.Company;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A customer whose visits are done and invoiced, through the API. */
@Singleton
public class Books {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

  private final Company company;

  Books(Company company) {
    this.company = company;
  }

  /** A customer with an agreement at 89.00 USD a visit. */
  public record Client(String customer, String agreement) {}

  public Client client(String name) {
    String customer = company.customer(name);
    return new Client(
        customer, company.monthlyAgreement(customer, company.technician("Ann"), FIRST));
  }

  /** Completes the visit of a month and answers its id. */
  public String visit(Client client, int month) {
    LocalDate day = FIRST.plusMonths(month);
    String visit = company.pastVisit(client.agreement(), Company.at(day, 10));
    company.completeOnTime(visit, Company.at(day, 11)).then().statusCode(201);
    return visit;
  }

  /** Completes the visit of a month and answers the number of its invoice. */
  public String invoice(Client client, int month) {
    String visit = visit(client, month);
    return documents(client).stream()
        .filter(document -> visit.equals(document.get("visitId")))
        .filter(document -> "INVOICE".equals(document.get("kind")))
        .map(document -> (String) document.get("number"))
        .findFirst()
        .orElseThrow();
  }

  public List<Map<String, Object>> documents(Client client) {
    return as("accounting")
        .get("/v1/accounting/documents?limit=500&customerId=" + client.customer())
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }

  public JsonPath document(String number) {
    return as("accounting")
        .get("/v1/accounting/documents/" + number)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public String state(String number) {
    return document(number).getString("state");
  }

  public Response credit(String number, String amount) {
    return json(
            "accounting",
            """
            {"amount":{"amount":"%s","currency":"USD"},"reason":"We came late."}"""
                .formatted(amount))
        .post("/v1/accounting/documents/" + number + "/credit");
  }

  public Response pay(String number, String amount, String reference) {
    return json("accounting", payment(number, amount, reference)).post("/v1/accounting/payments");
  }

  public static String payment(String number, String amount, String reference) {
    return """
        {"document":"%s","amount":{"amount":"%s","currency":"USD"},"paidOn":"2026-02-02","reference":"%s"}"""
        .formatted(number, amount, reference);
  }

  /** A case as the feed feedback tells of it. */
  public void hearCase(
      Client client, UUID complaint, String state, String visit, String invoice, int revision) {
    company.hear(
        "feedback",
        "io.familiarface.complaint.changed",
        client.customer(),
        """
        {"complaintId":"%s","customerId":"%s","visitId":%s,"state":"%s","round":1,
         "severity":"MEDIUM","cause":"DAMAGE","receivedAt":"2026-02-01T09:00:00Z","resolvedAt":null,
         "reopenedAt":null,"customerSatisfied":null,"invoice":%s,"revision":%d}"""
            .formatted(
                complaint, client.customer(), quoted(visit), state, quoted(invoice), revision));
  }

  /** A remedy as the feed feedback tells of its delivery. */
  public void hearRemedy(Client client, UUID complaint, String amount, String invoice) {
    company.hear(
        "feedback",
        "io.familiarface.remedy.delivered",
        client.customer(),
        """
        {"complaintId":"%s","customerId":"%s","visitId":null,"round":1,"kind":"CREDIT",
         "amount":{"amount":"%s","currency":"USD"},"invoice":%s,
         "deliveredAt":"2026-02-03T09:00:00Z","revision":5}"""
            .formatted(complaint, client.customer(), amount, quoted(invoice)));
  }

  /** That the customer has redeemed a certificate, as the feed customers tells of it. */
  public void hearDiscount(Client client, UUID certificate, String worth, int revision) {
    company.hear(
        "customers",
        "io.familiarface.customer",
        client.customer(),
        """
        {"id":"%s","name":"Redeemer","status":"ACTIVE","revision":%d,
         "discounts":[{"certificateId":"%s",%s,"redeemedAt":"2026-02-03T09:00:00Z"}]}"""
            .formatted(client.customer(), revision, certificate, worth));
  }

  private static String quoted(String text) {
    return text == null ? "null" : '"' + text + '"';
  }
}
