package io.familiarface.rest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Says a marker in every place where something can be said to a service: each text of each body, a
 * field that there is none, paths, queries and headers, one after the other. Some of it is taken in
 * and some refused, by the reader of JSON, by a rule, or by the database, as the same is said
 * again.
 */
final class MarkedRequests {
  static final String MARKER = "Dorothy17";

  /** In the place of a reference: nobody asks another service for it. */
  private static final String UNREADABLE = MARKER + "\u0001";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Set<String> OWN = Set.of("externalId", "name", "branch");

  private final Map<String, String> known;
  private int sent;
  private int taken;

  /**
   * @param known fields that name a customer, with one whom the service knows
   */
  MarkedRequests(Map<String, String> known) {
    this.known = known;
  }

  /** How many requests were sent. */
  int sent() {
    return sent;
  }

  /** How many of them were not refused. */
  int taken() {
    return taken;
  }

  void sendAll() {
    for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          send(operation.getKey(), path.getKey(), operation.getValue());
        }
      }
    }
  }

  private void send(String method, String template, JsonNode operation) {
    String raw = template.replaceAll("\\{[^}]+}", MARKER);
    JsonNode content = operation.path("requestBody").path("content");
    boolean named = !raw.equals(template);
    if (named) {
      send(method, raw, content.isEmpty() ? null : content.fieldNames().next(), "{}");
    }
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        send(method, raw + "?" + parameter.path("name").asText() + "=" + MARKER, null, null);
      }
    }
    String path = method.equals("delete") ? raw : ofSomebody(template);
    for (Map.Entry<String, JsonNode> body : content.properties()) {
      for (String marked : bodies(body.getKey(), example(body.getValue()))) {
        send(method, path, body.getKey(), marked);
      }
    }
  }

  /** The path to a thing of ours that may be there, under a customer who is known. */
  private String ofSomebody(String template) {
    String customer = known.getOrDefault("customerId", "ext:" + MARKER);
    return template
        .replaceFirst("^/v1/customers/\\{[^}]+}", "/v1/customers/" + customer)
        .replaceAll("\\{[^}]+}", "ext:" + MARKER);
  }

  private List<String> bodies(String type, String example) {
    return switch (type) {
      case "application/json", "application/merge-patch+json" -> marked(example);
      case "application/x-ndjson" ->
          List.of(
              String.join("\n", example.lines().flatMap(line -> marked(line).stream()).toList()));
      case "text/csv" -> markedCells(example);
      default -> List.of(MARKER);
    };
  }

  private static List<String> markedCells(String csv) {
    List<String> lines = csv.lines().toList();
    if (lines.size() < 2) {
      return List.of(MARKER);
    }
    var marked = new StringBuilder(lines.get(0)).append(',').append(MARKER).append('\n');
    String[] cells = lines.get(1).split(",");
    for (int i = 0; i < cells.length; i++) {
      String[] row = cells.clone();
      row[i] = MARKER;
      marked.append(String.join(",", row)).append('\n');
    }
    String rows = marked.toString();
    return List.of(rows, rows.replaceFirst("," + MARKER, ""), "\"" + rows);
  }

  /** The object with the marker in each of its texts in turn, and in a field that it hasn't. */
  private List<String> marked(String example) {
    ObjectNode object = object(example);
    List<String> marked = new ArrayList<>();
    for (String name : names(object)) {
      if (OWN.contains(name)) {
        object.put(name, MARKER);
      } else if (isReference(name)) {
        marked.add(object.deepCopy().put(name, UNREADABLE).toString());
        refer(object, name);
      }
    }
    eachText(
        object,
        (text, put) -> {
          put.accept(MARKER);
          // The second time it is taken already.
          marked.add(object.toString());
          marked.add(object.toString());
          put.accept(UNREADABLE);
          marked.add(object.toString());
          put.accept(text);
        });
    marked.add(object.deepCopy().put(MARKER, MARKER).toString());
    marked.add(object + MARKER);
    return marked;
  }

  private static boolean isReference(String name) {
    return name.endsWith("ExternalId") || name.equals("customerId");
  }

  /** To somebody who is known here; another service is asked for nobody. */
  private void refer(ObjectNode object, String name) {
    if (known.containsKey(name)) {
      object.put(name, known.get(name));
    } else {
      object.remove(name);
      if (name.startsWith("customer") && known.containsKey("customerId")) {
        object.put("customerId", known.get("customerId"));
      }
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void eachText(JsonNode node, BiConsumer<String, Consumer<String>> use) {
    if (node instanceof ObjectNode object) {
      for (String name : names(object)) {
        if (isReference(name)) {
          continue;
        }
        if (object.get(name).isTextual()) {
          use.accept(object.get(name).asText(), text -> object.put(name, text));
        } else {
          eachText(object.get(name), use);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        if (array.get(i).isTextual()) {
          use.accept(array.get(i).asText(), text -> array.set(at, TextNode.valueOf(text)));
        } else {
          eachText(array.get(i), use);
        }
      }
    }
  }

  private void send(String method, String path, String type, String body) {
    RequestSpecification request =
        RestAssured.given()
            .urlEncodingEnabled(false)
            .header("Authorization", "Bearer " + Tokens.as("admin"))
            .header("If-Match", '"' + MARKER + '"')
            .header("X-Request-Id", MARKER);
    if (type != null) {
      request.contentType(type).body(body.getBytes(StandardCharsets.UTF_8));
    }
    if (type == null || !type.startsWith("image/")) {
      request.header("Idempotency-Key", MARKER + "-" + sent);
    }
    boolean importing = path.endsWith("/import");
    Response answer =
        request.request(method.toUpperCase(), path + (importing ? "?dryRun=true" : ""));
    sent++;
    if (answer.statusCode() < 300) {
      taken++;
    }
  }

  private static String example(JsonNode body) {
    if (body.has("example")) {
      return text(body.get("example"));
    }
    JsonNode examples = body.path("examples");
    return examples.isEmpty() ? "{}" : text(examples.iterator().next().path("value"));
  }

  private static String text(JsonNode example) {
    return example.isTextual() ? example.asText() : example.toString();
  }

  private static ObjectNode object(String example) {
    try {
      return JSON.readTree(example) instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private static JsonNode document() {
    try {
      return JSON.readTree(RestAssured.given().get("/q/openapi?format=json").asByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
