package io.familiarface.jobs.accounting.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.jobs.accounting.DocumentLine;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.accounting.export.ExportedDocument;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * QuickBooks Online, by its accounting API, version 3: customers, invoices and credit memos in
 * batches under a {@code requestid}, payments by query.
 */
final class QuickBooks implements AccountingSystem {
  static final String URL = "https://quickbooks.api.intuit.com";
  static final String TOKENS = "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer";

  private static final String MINOR_VERSION = "minorversion=75";
  private static final int MOST_OF_NUMBER = 21;
  private static final int MOST_PAYMENTS = 1000;
  private static final String DUPLICATE_NUMBER = "6140";

  private final SystemHttp http;
  private final SystemSettings settings;
  private final String company;

  QuickBooks(SystemHttp http, SystemSettings settings) {
    this.http = http;
    this.settings = settings;
    this.company =
        "/v3/company/" + URLEncoder.encode(settings.company().orElse(""), StandardCharsets.UTF_8);
  }

  @Override
  public int batch() {
    return settings.batch().orElse(10);
  }

  @Override
  public int callsPerMinute() {
    return settings.callsPerMinute().orElse(40);
  }

  @Override
  public int callsPerDay() {
    return settings.callsPerDay().orElse(Integer.MAX_VALUE);
  }

  private JsonNode query(String query) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    JsonNode answer = http.get(company + "/query?" + MINOR_VERSION + "&query=" + encoded, Map.of());
    if (!answer.path("QueryResponse").isObject()) {
      throw SystemUnavailable.because("QuickBooks answered a query with what is no answer.");
    }
    return answer.path("QueryResponse");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @Override
  public Optional<String> findCustomer(String name) {
    return Optional.ofNullable(
        query("select * from Customer where DisplayName = " + quoted(displayName(name)))
            .path("Customer")
            .path(0)
            .path("Id")
            .asText(null));
  }

  /** No colon, tab or line break may be in it. */
  private static String displayName(String name) {
    return name.replaceAll("[:\\p{Cntrl}]", " ").replaceAll("\\s+", " ").strip();
  }

  private Map<String, JsonNode> batch(String requestId, ArrayNode items) {
    ObjectNode body = SystemHttp.JSON.createObjectNode();
    body.set("BatchItemRequest", items);
    JsonNode answer =
        http.send(
            "POST",
            company + "/batch?" + MINOR_VERSION + "&requestid=" + requestId,
            body,
            Map.of());
    Map<String, JsonNode> answers = new HashMap<>();
    answer.path("BatchItemResponse").forEach(one -> answers.put(one.path("bId").asText(), one));
    return answers;
  }

  private static ObjectNode add(ArrayNode items, UUID id) {
    return items.addObject().put("bId", id.toString()).put("operation", "create");
  }

  @Override
  public Map<UUID, Answer> addCustomers(String requestId, List<NamedCustomer> customers) {
    ArrayNode items = SystemHttp.JSON.createArrayNode();
    for (NamedCustomer customer : customers) {
      add(items, customer.id())
          .putObject("Customer")
          .put("DisplayName", displayName(customer.name()));
    }
    Map<String, JsonNode> answers = batch(requestId, items);
    Map<UUID, Answer> added = new HashMap<>();
    for (NamedCustomer customer : customers) {
      JsonNode answer = answered(answers, customer.id());
      String id = answer.path("Customer").path("Id").asText(null);
      added.put(customer.id(), id == null ? Answer.refused(words(answer)) : Answer.done(id));
    }
    return added;
  }

  private static JsonNode answered(Map<String, JsonNode> answers, UUID id) {
    JsonNode answer = answers.get(id.toString());
    if (answer == null) {
      throw SystemUnavailable.because("QuickBooks left out a part of its answer.");
    }
    return answer;
  }

  private static String words(JsonNode answer) {
    String words = SystemWords.of(answer.path("Fault"));
    return words.isEmpty() ? "QuickBooks refused it without saying why." : words;
  }

  @Override
  public Map<UUID, Answer> book(
      String requestId, List<ExportedDocument> documents, Map<UUID, String> customers) {
    Map<UUID, Answer> booked = new HashMap<>();
    ArrayNode items = SystemHttp.JSON.createArrayNode();
    for (ExportedDocument exported : documents) {
      DocumentView document = exported.document();
      if (document.number().length() > MOST_OF_NUMBER) {
        booked.put(
            document.id(),
            Answer.refused(
                "QuickBooks takes numbers of at most %d characters.".formatted(MOST_OF_NUMBER)));
      } else {
        add(items, document.id())
            .set(entity(document), body(document, customers.get(document.customerId())));
      }
    }
    if (!items.isEmpty()) {
      Map<String, JsonNode> answers = batch(requestId, items);
      for (ExportedDocument exported : documents) {
        DocumentView document = exported.document();
        if (!booked.containsKey(document.id())) {
          booked.put(
              document.id(),
              outcome(
                  document,
                  customers.get(document.customerId()),
                  answered(answers, document.id())));
        }
      }
    }
    return booked;
  }

  private static String entity(DocumentView document) {
    return document.isInvoice() ? "Invoice" : "CreditMemo";
  }

  private ObjectNode body(DocumentView document, String customer) {
    ObjectNode body = SystemHttp.JSON.createObjectNode();
    body.put("DocNumber", document.number());
    body.put("TxnDate", document.issuedOn().toString());
    if (document.dueOn() != null) {
      body.put("DueDate", document.dueOn().toString());
    }
    if (document.credit().credits() != null) {
      body.put("PrivateNote", "Credit memo on " + document.credit().credits());
    }
    body.putObject("CustomerRef").put("value", customer);
    body.putObject("CurrencyRef").put("value", document.currency());
    ArrayNode lines = body.putArray("Line");
    for (DocumentLine line : document.lines()) {
      ObjectNode one = lines.addObject();
      one.put("Amount", line.amount().amount());
      one.put("Description", line.description());
      one.put("DetailType", "SalesItemLineDetail");
      ObjectNode detail = one.putObject("SalesItemLineDetail");
      detail.putObject("ItemRef").put("value", settings.itemOf(line.bookedAs()));
      detail.put("Qty", line.quantity());
      detail.put("UnitPrice", line.unitPrice().amount());
      detail.putObject("TaxCodeRef").put("value", settings.taxTypeOf(line.tax().rate()));
    }
    body.putObject("TxnTaxDetail").put("TotalTax", document.amounts().tax().amount());
    return body;
  }

  /** One that is there already is the same if it says the same: then it was booked before. */
  private Answer outcome(DocumentView document, String customer, JsonNode answer) {
    JsonNode made = answer.path(entity(document));
    if (made.isObject()) {
      return theSame(document, customer, made);
    }
    if (isDuplicate(answer)) {
      JsonNode there =
          query(
                  "select * from %s where DocNumber = %s"
                      .formatted(entity(document), quoted(document.number())))
              .path(entity(document))
              .path(0);
      if (there.isObject()) {
        return theSame(document, customer, there);
      }
    }
    return Answer.refused(words(answer));
  }

  private static boolean isDuplicate(JsonNode answer) {
    for (JsonNode error : answer.path("Fault").path("Error")) {
      if (error.path("code").asText().equals(DUPLICATE_NUMBER)) {
        return true;
      }
    }
    return false;
  }

  private static Answer theSame(DocumentView document, String customer, JsonNode theirs) {
    return new BookedDocument(
            theirs.path("DocNumber").asText(),
            amount(theirs.path("TotalAmt")),
            theirs.path("CustomerRef").path("value").asText(),
            theirs.path("Id").asText(null))
        .booked("QuickBooks", document, customer);
  }

  private static BigDecimal amount(JsonNode node) {
    return node.isNumber() ? node.decimalValue() : BigDecimal.ONE.negate();
  }

  @Override
  public List<TheirPayment> payments(Instant since) {
    List<TheirPayment> paid = new ArrayList<>();
    for (int start = 1; ; start += MOST_PAYMENTS) {
      JsonNode page =
          query(
                  "select * from Payment where MetaData.LastUpdatedTime >= '%s' orderby MetaData.LastUpdatedTime startposition %d maxresults %d"
                      .formatted(since, start, MOST_PAYMENTS))
              .path("Payment");
      page.forEach(payment -> add(paid, payment));
      if (page.size() < MOST_PAYMENTS) {
        return paid;
      }
    }
  }

  private static void add(List<TheirPayment> paid, JsonNode payment) {
    for (JsonNode line : payment.path("Line")) {
      for (JsonNode linked : line.path("LinkedTxn")) {
        if (linked.path("TxnType").asText().equals("Invoice")) {
          String invoice = linked.path("TxnId").asText();
          paid.add(
              new TheirPayment(
                  "QBO-" + payment.path("Id").asText() + "-" + invoice,
                  null,
                  invoice,
                  new Money(
                      amount(line.path("Amount")),
                      payment.path("CurrencyRef").path("value").asText()),
                  day(payment.path("TxnDate").asText())));
        }
      }
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw SystemUnavailable.because("QuickBooks named a day that is none: " + text);
    }
  }
}
