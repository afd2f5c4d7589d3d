package io.familiarface.jobs.accounting.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.jobs.accounting.DocumentLine;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.accounting.export.AccountCodes;
import io.familiarface.jobs.accounting.export.ExportedDocument;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Xero, by its accounting API, version 2.0: contacts, invoices and credit notes many at a time
 * under an {@code Idempotency-Key}, payments by what has changed.
 */
final class Xero implements AccountingSystem {
  static final String URL = "https://api.xero.com";
  static final String TOKENS = "https://identity.xero.com/connect/token";

  private static final String API = "/api.xro/2.0/";
  private static final String EACH = "?summarizeErrors=false&unitdp=4";
  private static final int PAYMENTS_A_PAGE = 100;
  private static final Pattern DAY = Pattern.compile("/Date\\((-?\\d+)([+-]\\d{4})?\\)/");
  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final SystemHttp http;
  private final SystemSettings settings;
  private final AccountCodes accounts;

  Xero(SystemHttp http, SystemSettings settings, AccountCodes accounts) {
    this.http = http;
    this.settings = settings;
    this.accounts = accounts;
  }

  @Override
  public int batch() {
    return settings.batch().orElse(50);
  }

  @Override
  public int callsPerMinute() {
    return settings.callsPerMinute().orElse(60);
  }

  @Override
  public int callsPerDay() {
    return settings.callsPerDay().orElse(5000);
  }

  private Map<String, String> headers(String... more) {
    Map<String, String> headers = new HashMap<>();
    settings.company().ifPresent(tenant -> headers.put("Xero-Tenant-Id", tenant));
    for (int i = 0; i < more.length; i += 2) {
      headers.put(more[i], more[i + 1]);
    }
    return headers;
  }

  private JsonNode list(String what, String query, String... more) {
    JsonNode found = http.get(API + what + query, headers(more)).path(what);
    if (!found.isArray()) {
      throw SystemUnavailable.because("Xero answered without " + what + ".");
    }
    return found;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public Optional<String> findCustomer(String name) {
    String where = "Name==\"" + name.replace("\"", "\\\"") + "\"";
    return Optional.ofNullable(
        list("Contacts", "?where=" + encoded(where)).path(0).path("ContactID").asText(null));
  }

  /** One answer for each, in their order. */
  private JsonNode put(String what, String requestId, ArrayNode items) {
    ObjectNode body = SystemHttp.JSON.createObjectNode();
    body.set(what, items);
    JsonNode answers =
        http.send("PUT", API + what + EACH, body, headers("Idempotency-Key", requestId)).path(what);
    if (answers.size() != items.size()) {
      throw SystemUnavailable.because("Xero left out a part of its answer.");
    }
    return answers;
  }

  private static boolean isError(JsonNode answer) {
    return answer.path("StatusAttributeString").asText().equals("ERROR")
        || !answer.path("ValidationErrors").isEmpty();
  }

  private static String words(JsonNode answer) {
    String words = SystemWords.of(answer.path("ValidationErrors"));
    return words.isEmpty() ? "Xero refused it without saying why." : words;
  }

  @Override
  public Map<UUID, Answer> addCustomers(String requestId, List<NamedCustomer> customers) {
    ArrayNode items = SystemHttp.JSON.createArrayNode();
    customers.forEach(
        each ->
            items.addObject().put("ContactNumber", each.id().toString()).put("Name", each.name()));
    JsonNode answers = put("Contacts", requestId, items);
    Map<UUID, Answer> added = new HashMap<>();
    for (int i = 0; i < customers.size(); i++) {
      JsonNode answer = answers.get(i);
      String id = answer.path("ContactID").asText(null);
      added.put(
          customers.get(i).id(),
          isError(answer) || id == null ? Answer.refused(words(answer)) : Answer.done(id));
    }
    return added;
  }

  @Override
  public Map<UUID, Answer> book(
      String requestId, List<ExportedDocument> documents, Map<UUID, String> customers) {
    Map<UUID, Answer> booked = new HashMap<>();
    for (Kind kind : Kind.values()) {
      List<DocumentView> some =
          documents.stream()
              .map(ExportedDocument::document)
              .filter(document -> document.isInvoice() == (kind == Kind.INVOICE))
              .toList();
      if (!some.isEmpty()) {
        ArrayNode items = SystemHttp.JSON.createArrayNode();
        some.forEach(
            document -> items.add(body(kind, document, customers.get(document.customerId()))));
        JsonNode answers = put(kind.list, requestId + kind.suffix, items);
        for (int i = 0; i < some.size(); i++) {
          DocumentView document = some.get(i);
          booked.put(
              document.id(),
              outcome(kind, document, customers.get(document.customerId()), answers.get(i)));
        }
      }
    }
    return booked;
  }

  /** What an invoice and a credit note are called. */
  private enum Kind {
    INVOICE("Invoices", "ACCREC", "InvoiceNumber", "InvoiceID", "InvoiceNumbers", "-i"),
    CREDIT_NOTE("CreditNotes", "ACCRECCREDIT", "CreditNoteNumber", "CreditNoteID", null, "-c");

    final String list;
    final String type;
    final String number;
    final String id;
    final String filter;
    final String suffix;

    Kind(String list, String type, String number, String id, String filter, String suffix) {
      this.list = list;
      this.type = type;
      this.number = number;
      this.id = id;
      this.filter = filter;
      this.suffix = suffix;
    }
  }

  private ObjectNode body(Kind kind, DocumentView document, String contact) {
    ObjectNode body = SystemHttp.JSON.createObjectNode();
    body.put("Type", kind.type);
    body.put(kind.number, document.number());
    if (document.credit().credits() != null) {
      body.put("Reference", "Credit on " + document.credit().credits());
    }
    body.putObject("Contact").put("ContactID", contact);
    body.put("Date", document.issuedOn().toString());
    if (document.dueOn() != null) {
      body.put("DueDate", document.dueOn().toString());
    }
    body.put("LineAmountTypes", "Exclusive");
    body.put("CurrencyCode", document.currency());
    body.put("Status", "AUTHORISED");
    ArrayNode lines = body.putArray("LineItems");
    for (DocumentLine line : document.lines()) {
      lines
          .addObject()
          .put("Description", line.description())
          .put("Quantity", line.quantity())
          .put("UnitAmount", line.unitPrice().amount())
          .put("AccountCode", accounts.accountOf(line.bookedAs()))
          .put("TaxType", settings.taxTypeOf(line.tax().rate()))
          .put("TaxAmount", line.tax().amount().amount());
    }
    return body;
  }

  /** One that is there already is the same if it says the same: then it was booked before. */
  private Answer outcome(Kind kind, DocumentView document, String contact, JsonNode answer) {
    if (!isError(answer)) {
      return theSame(kind, document, contact, answer);
    }
    if (words(answer).toLowerCase(Locale.ROOT).contains("must be unique")) {
      JsonNode there = find(kind, document.number());
      if (there.isObject()) {
        return theSame(kind, document, contact, there);
      }
    }
    return Answer.refused(words(answer));
  }

  private JsonNode find(Kind kind, String number) {
    String query =
        kind.filter == null
            ? "?where=" + encoded(kind.number + "==\"" + number + "\"")
            : "?" + kind.filter + "=" + encoded(number);
    return list(kind.list, query).path(0);
  }

  private static Answer theSame(Kind kind, DocumentView document, String contact, JsonNode theirs) {
    return new BookedDocument(
            theirs.path(kind.number).asText(),
            amount(theirs.path("Total")),
            theirs.path("Contact").path("ContactID").asText(),
            theirs.path(kind.id).asText(null))
        .booked("Xero", document, contact);
  }

  private static BigDecimal amount(JsonNode node) {
    return node.isNumber() ? node.decimalValue() : BigDecimal.ONE.negate();
  }

  @Override
  public List<TheirPayment> payments(Instant since) {
    List<TheirPayment> paid = new ArrayList<>();
    String where = encoded("Status==\"AUTHORISED\" AND PaymentType==\"ACCRECPAYMENT\"");
    for (int page = 1; ; page++) {
      JsonNode some =
          list(
              "Payments",
              "?where=" + where + "&page=" + page,
              "If-Modified-Since",
              SINCE.format(since));
      for (JsonNode payment : some) {
        paid.add(
            new TheirPayment(
                "XERO-" + payment.path("PaymentID").asText(),
                payment.path("Invoice").path("InvoiceNumber").asText(null),
                null,
                new Money(
                    amount(payment.path("Amount")),
                    payment.path("Invoice").path("CurrencyCode").asText()),
                day(payment.path("Date").asText())));
      }
      if (some.size() < PAYMENTS_A_PAGE) {
        return paid;
      }
    }
  }

  /** Days are midnights of UTC, in milliseconds. */
  private static LocalDate day(String text) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      throw SystemUnavailable.because("Xero named a day that is none: " + text);
    }
    return Instant.ofEpochMilli(Long.parseLong(matcher.group(1)))
        .atZone(ZoneOffset.UTC)
        .toLocalDate();
  }
}
