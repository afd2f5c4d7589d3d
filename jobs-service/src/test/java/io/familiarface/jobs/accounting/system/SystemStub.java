package io.familiarface.jobs.accounting.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * QuickBooks Online and Xero over HTTP as they are documented, in memory: what they refuse is
 * refused, what was sent under an id before is answered as before.
 */
final class SystemStub implements AutoCloseable {
  private static final ObjectMapper JSON = SystemHttp.JSON;

  private final HttpServer server;
  private final Map<String, String> answers = new HashMap<>();
  private final Set<String> tokens = new HashSet<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private int ids = 100;

  /** Customers by name, and documents by number, each as it was booked. */
  final Map<String, ObjectNode> customers = new TreeMap<>();

  final Map<String, ObjectNode> documents = new TreeMap<>();
  final List<ObjectNode> payments = new ArrayList<>();

  /** Every call: its method and path, without the query. */
  final List<String> calls = new ArrayList<>();

  /** The ids under which batches were sent. */
  final List<String> requestIds = new ArrayList<>();

  String refreshToken = "refresh-0";

  /** What goes wrong with the next call that books; null: nothing. */
  Trouble trouble;

  enum Trouble {
    /** It answers 500, and has done nothing. */
    FAILS,
    /** It does what it is asked, and its answer is lost. */
    ANSWER_LOST,
    NONSENSE,
    BUSY,
    /** It books under a number of its own. */
    OTHER_NUMBER,
    SILENT,
    FORGETS_TOKENS
  }

  SystemStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        command -> {
          Thread thread = new Thread(command);
          thread.setDaemon(true);
          thread.start();
        });
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private record Answer(int status, String body) {
    static Answer ok(JsonNode json) {
      return new Answer(200, json.toString());
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answer answer;
    boolean cut;
    synchronized (this) {
      calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
      Trouble now = isBooking(exchange) ? trouble : null;
      trouble = now == null ? trouble : null;
      cut = now == Trouble.ANSWER_LOST || now == Trouble.SILENT;
      answer = now == null ? handle(exchange, body) : troubled(now, exchange, body);
      if (now == Trouble.BUSY) {
        exchange.getResponseHeaders().add("Retry-After", "90");
      }
    }
    if (cut) {
      await();
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Longer than anybody waits for an answer. */
  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isBooking(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.endsWith("/batch") || path.endsWith("/Invoices") || path.endsWith("/CreditNotes");
  }

  private Answer troubled(Trouble now, HttpExchange exchange, byte[] body) {
    return switch (now) {
      case FAILS -> new Answer(500, "{}");
      case NONSENSE -> new Answer(200, "<html>Maintenance</html>");
      case BUSY -> new Answer(429, "{}");
      case SILENT -> new Answer(200, "{}");
      case ANSWER_LOST -> handle(exchange, body);
      case OTHER_NUMBER -> new Answer(200, handle(exchange, body).body().replace("INV-", "1-INV-"));
      case FORGETS_TOKENS -> {
        tokens.clear();
        yield handle(exchange, body);
      }
    };
  }

  private Answer handle(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/token")) {
      return token(exchange, new String(body, StandardCharsets.UTF_8));
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !tokens.contains(authorization.replace("Bearer ", ""))) {
      return new Answer(401, "{}");
    }
    try {
      JsonNode json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
      return path.startsWith("/v3/company/realm-1")
          ? quickBooks(exchange, path, json)
          : xero(exchange, path, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A refresh token is good once. */
  private Answer token(HttpExchange exchange, String form) {
    boolean known =
        "Basic Y2xpZW50OnNlY3JldA==".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    boolean refresh = form.equals("grant_type=refresh_token&refresh_token=" + refreshToken);
    if (!known || !refresh && !form.equals("grant_type=client_credentials")) {
      return new Answer(400, "{\"error\":\"invalid_grant\"}");
    }
    String token = "access-" + ids++;
    tokens.add(token);
    ObjectNode answer = JSON.createObjectNode().put("access_token", token).put("expires_in", 3600);
    if (refresh) {
      refreshToken = "refresh-" + ids++;
      answer.put("refresh_token", refreshToken);
    }
    return Answer.ok(answer);
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String part : raw == null ? new String[0] : raw.split("&")) {
      String[] pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  /** What was sent under an id is answered as it was. */
  private Answer once(String id, Supplier<JsonNode> first) {
    if (id == null || id.isBlank() || id.length() > 50) {
      return new Answer(400, "{\"Message\":\"An id is missing.\"}");
    }
    requestIds.add(id);
    return new Answer(200, answers.computeIfAbsent(id, any -> first.get().toString()));
  }

  // QuickBooks Online

  private Answer quickBooks(HttpExchange exchange, String path, JsonNode json) {
    if (path.endsWith("/query")) {
      return Answer.ok(
          JSON.createObjectNode().set("QueryResponse", found(query(exchange).get("query"))));
    }
    if (json.path("BatchItemRequest").size() > 30) {
      return new Answer(400, "{\"Fault\":{\"Error\":[{\"Message\":\"Too many items\"}]}}");
    }
    return once(
        query(exchange).get("requestid"),
        () -> {
          ObjectNode answer = JSON.createObjectNode();
          ArrayNode items = answer.putArray("BatchItemResponse");
          json.path("BatchItemRequest").forEach(item -> items.add(item(item)));
          return answer;
        });
  }

  private ObjectNode item(JsonNode item) {
    ObjectNode answer = JSON.createObjectNode().put("bId", item.path("bId").asText());
    for (String entity : new String[] {"Customer", "Invoice", "CreditMemo"}) {
      if (item.has(entity)) {
        ObjectNode body = item.path(entity).deepCopy();
        return entity.equals("Customer") ? customer(answer, body) : document(answer, entity, body);
      }
    }
    return fault(answer, "2010", "Request has invalid or unsupported property");
  }

  private static ObjectNode fault(ObjectNode answer, String code, String message) {
    answer
        .putObject("Fault")
        .put("type", "ValidationFault")
        .putArray("Error")
        .addObject()
        .put("code", code)
        .put("Message", message)
        .put("Detail", message + " : more of it");
    return answer;
  }

  private ObjectNode customer(ObjectNode answer, ObjectNode body) {
    String name = body.path("DisplayName").asText();
    if (name.isBlank() || name.contains(":")) {
      return fault(answer, "2040", "Invalid String");
    }
    if (customers.containsKey(name)) {
      return fault(answer, "6240", "Duplicate Name Exists Error");
    }
    body.put("Id", Integer.toString(ids++));
    customers.put(name, body);
    answer.set("Customer", body);
    return answer;
  }

  private ObjectNode document(ObjectNode answer, String entity, ObjectNode body) {
    String number = body.path("DocNumber").asText();
    String customer = body.path("CustomerRef").path("value").asText();
    if (number.length() > 21) {
      return fault(answer, "2050", "String length is either shorter or longer than supported");
    }
    if (customers.values().stream().noneMatch(each -> each.path("Id").asText().equals(customer))) {
      return fault(answer, "2500", "Invalid Reference Id");
    }
    BigDecimal sum = body.path("TxnTaxDetail").path("TotalTax").decimalValue();
    for (JsonNode line : body.path("Line")) {
      JsonNode detail = line.path("SalesItemLineDetail");
      BigDecimal amount = line.path("Amount").decimalValue();
      BigDecimal product =
          detail.path("Qty").decimalValue().multiply(detail.path("UnitPrice").decimalValue());
      if (amount.compareTo(product) != 0) {
        return fault(answer, "6070", "Amount calculation incorrect in the request");
      }
      if (!detail.path("ItemRef").path("value").asText().matches("\\d+")) {
        return fault(answer, "2500", "Invalid Reference Id: ItemRef");
      }
      sum = sum.add(amount);
    }
    if (documents.containsKey(number)) {
      return fault(answer, "6140", "Duplicate Document Number Error");
    }
    body.put("Id", Integer.toString(ids++)).put("TotalAmt", sum).put("entity", entity);
    documents.put(number, body);
    answer.set(entity, body);
    return answer;
  }

  private ObjectNode found(String query) {
    ObjectNode found = JSON.createObjectNode();
    String asked =
        query.contains("= '") ? query.replaceAll(".*= '(.*)'$", "$1").replace("\\'", "'") : "";
    if (query.startsWith("select * from Customer where DisplayName")) {
      add(found, "Customer", customers.get(asked));
    } else if (query.startsWith("select * from Payment where MetaData.LastUpdatedTime >=")) {
      ArrayNode list = found.putArray("Payment");
      payments.forEach(list::add);
    } else {
      ObjectNode document = documents.get(asked);
      String entity = query.startsWith("select * from Invoice") ? "Invoice" : "CreditMemo";
      add(found, entity, document);
    }
    return found;
  }

  private static void add(ObjectNode found, String entity, ObjectNode one) {
    if (one != null) {
      found.putArray(entity).add(one);
    }
  }

  // Xero

  private Answer xero(HttpExchange exchange, String path, JsonNode json) {
    if (!"tenant-1".equals(exchange.getRequestHeaders().getFirst("Xero-Tenant-Id"))) {
      return new Answer(403, "{\"Detail\":\"AuthenticationUnsuccessful\"}");
    }
    String what = path.substring(path.lastIndexOf('/') + 1);
    if (exchange.getRequestMethod().equals("GET")) {
      ObjectNode answer = JSON.createObjectNode();
      listed(answer.putArray(what), what, query(exchange));
      return Answer.ok(answer);
    }
    return once(
        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
        () -> {
          ObjectNode answer = JSON.createObjectNode();
          ArrayNode items = answer.putArray(what);
          json.path(what)
              .forEach(
                  item ->
                      items.add(
                          what.equals("Contacts")
                              ? contact(item.deepCopy())
                              : document(what, item.deepCopy())));
          return answer;
        });
  }

  private void listed(ArrayNode list, String what, Map<String, String> query) {
    String asked = query.getOrDefault("InvoiceNumbers", "");
    if (query.getOrDefault("where", "").contains("==\"")) {
      asked = query.get("where").replaceAll("^\\w+==\"(.*)\"$", "$1");
    }
    if (what.equals("Payments")) {
      payments.forEach(list::add);
    } else {
      ObjectNode one = what.equals("Contacts") ? customers.get(asked) : documents.get(asked);
      if (one != null) {
        list.add(one);
      }
    }
  }

  private static ObjectNode invalid(ObjectNode item, String message) {
    item.put("StatusAttributeString", "ERROR");
    item.putArray("ValidationErrors").addObject().put("Message", message);
    return item;
  }

  private ObjectNode contact(ObjectNode item) {
    String name = item.path("Name").asText();
    if (customers.containsKey(name)) {
      return invalid(item, "The contact name " + name + " is already assigned to another contact.");
    }
    item.put("ContactID", "contact-" + ids++).put("StatusAttributeString", "OK");
    customers.put(name, item);
    return item;
  }

  private ObjectNode document(String what, ObjectNode item) {
    boolean invoice = what.equals("Invoices");
    String number = item.path(invoice ? "InvoiceNumber" : "CreditNoteNumber").asText();
    String contact = item.path("Contact").path("ContactID").asText();
    if (customers.values().stream()
        .noneMatch(each -> each.path("ContactID").asText().equals(contact))) {
      return invalid(item, "The contact could not be found.");
    }
    if (documents.containsKey(number)) {
      return invalid(item, invoice ? "Invoice # must be unique." : "Credit Note # must be unique.");
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode line : item.path("LineItems")) {
      if (!line.path("AccountCode").asText().matches("\\d{3}")) {
        return invalid(item, "Account code is not a valid code for this document.");
      }
      sum =
          sum.add(
                  line.path("Quantity")
                      .decimalValue()
                      .multiply(line.path("UnitAmount").decimalValue()))
              .add(line.path("TaxAmount").decimalValue());
    }
    item.put(invoice ? "InvoiceID" : "CreditNoteID", "doc-" + ids++)
        .put("Total", sum)
        .put("StatusAttributeString", "OK");
    documents.put(number, item);
    return item;
  }
}
