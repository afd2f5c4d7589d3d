package io.familiarface.history.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Takes in import lines, lists what it holds in pages of two, and fails when it is told to. */
final class ImportServer implements AutoCloseable {
  private static final int PAGE = 2;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final Map<String, TreeMap<String, ObjectNode>> held = new TreeMap<>();
  private String stopBefore = "";
  private String refused = "none";
  private boolean busy;
  private boolean forbidden;

  ImportServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void stopBefore(String path) {
    stopBefore = path;
  }

  void refuse(String partOfExternalId) {
    refused = partOfExternalId;
  }

  void beBusyOnce() {
    busy = true;
  }

  void forbid() {
    forbidden = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (forbidden) {
      send(exchange, 403, "{\"title\":\"Forbidden\"}");
    } else if (path.equals(stopBefore)) {
      send(exchange, 500, "{\"title\":\"Stopped\"}");
    } else if (busy) {
      busy = false;
      exchange.getResponseHeaders().add("Retry-After", "1");
      send(exchange, 429, "{}");
    } else if (path.endsWith("/import")) {
      send(exchange, 200, take(exchange, path.substring(0, path.length() - "/import".length())));
    } else {
      send(exchange, 200, page(path, exchange.getRequestURI().getQuery()));
    }
  }

  private String take(HttpExchange exchange, String collection) throws IOException {
    TreeMap<String, ObjectNode> items = held.computeIfAbsent(collection, key -> new TreeMap<>());
    StringBuilder answers = new StringBuilder();
    int number = 0;
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String text : body.split("\n")) {
      number++;
      ObjectNode line = (ObjectNode) json.readTree(text);
      String id = line.path("externalId").asText(line.path("agreementExternalId").asText());
      ObjectNode answer = json.createObjectNode().put("line", number).put("externalId", id);
      if (id.contains(refused)) {
        answer.put("status", "REJECTED");
        answer.set("problem", problem());
      } else {
        line.put("id", "id of " + id);
        line.set("state", line.get("outcome"));
        resolve(collection, line);
        answer.put("status", items.put(id, line) == null ? "CREATED" : "UPDATED");
      }
      answers.append(answer).append('\n');
    }
    return answers.toString();
  }

  /** What a service adds to a line, so that it can be seen whose it is. */
  private void resolve(String collection, ObjectNode line) {
    if (line.has("agreementExternalId")) {
      ObjectNode agreement = held("/v1/agreements", line.get("agreementExternalId").asText());
      if (collection.endsWith("cancellations")) {
        agreement.set("cancelledAt", line.get("cancelledAt"));
        return;
      }
      line.set("agreementId", agreement.get("id"));
      line.set("customerExternalId", agreement.get("customerExternalId"));
      line.set("customerId", agreement.get("customerId"));
      line.set("completedAt", line.get(line.has("arrivedAt") ? "arrivedAt" : "scheduledAt"));
    }
    if (collection.endsWith("visits") && line.has("technicianExternalId")) {
      JsonNode technician = held("/v1/technicians", line.get("technicianExternalId").asText());
      line.set("technicianName", technician.get("name"));
    }
    if (collection.endsWith("agreements")) {
      line.set(
          "customerId", held("/v1/customers", line.get("customerExternalId").asText()).get("id"));
      ObjectNode before = held.get(collection).get(line.get("externalId").asText());
      if (before != null && before.has("cancelledAt")) {
        line.set("cancelledAt", before.get("cancelledAt"));
      }
    }
  }

  private ObjectNode held(String collection, String externalId) {
    ObjectNode item = held.getOrDefault(collection, new TreeMap<>()).get(externalId);
    if (item == null) {
      throw new IllegalStateException("There is no " + externalId + " in " + collection);
    }
    return item;
  }

  /** Somebody enters a customer by hand, and gives no external id. */
  void enter(String name, String phone) {
    held.computeIfAbsent("/v1/customers", key -> new TreeMap<>())
        .put(
            "entered " + name,
            json.createObjectNode()
                .put("id", "id of " + name)
                .put("name", name)
                .put("phone", phone));
  }

  /** Somebody changes by hand what is held, perhaps its external id too. */
  void change(String collection, String externalId, Consumer<ObjectNode> change) {
    TreeMap<String, ObjectNode> items = held.get("/v1/" + collection);
    ObjectNode item = items.remove(externalId);
    change.accept(item);
    items.put(item.get("externalId").asText(), item);
  }

  /** All that is held in a collection, by external id. */
  List<ObjectNode> all(String collection) {
    return List.copyOf(held.getOrDefault("/v1/" + collection, new TreeMap<>()).values());
  }

  private JsonNode problem() {
    ObjectNode problem = json.createObjectNode().put("title", "Not this one");
    problem
        .putArray("violations")
        .addObject()
        .put("pointer", "/externalId")
        .put("message", "is refused");
    return problem;
  }

  private String page(String collection, String query) {
    List<ObjectNode> items =
        new ArrayList<>(held.getOrDefault(collection, new TreeMap<>()).values());
    int from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
    int to = Math.min(items.size(), from + PAGE);
    ObjectNode page = json.createObjectNode();
    page.putArray("items").addAll(items.subList(from, to));
    page.put("nextCursor", to < items.size() ? String.valueOf(to) : null);
    return page.toString();
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
