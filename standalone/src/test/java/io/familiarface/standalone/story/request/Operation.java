package io.familiarface.standalone.story.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.familiarface.standalone.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** One operation of a document, with the examples that Swagger UI fills in. */
public record Operation(
    ApiDocument document, Service service, String method, String path, JsonNode node) {

  /** A body that Swagger UI offers; a null example is one that a person picks as a file. */
  public record Body(String mediaType, String example) {}

  public String name() {
    return method + " " + path + " of " + service.shortName();
  }

  /** The path with all that is filled in. */
  public String filledIn() {
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : parameters("query")) {
      String example = example(parameter);
      if (example != null && !example.isEmpty()) {
        query.add(parameter.path("name").asText() + "=" + encoded(example));
      } else if (parameter.path("required").asBoolean()) {
        throw new AssertionError(name() + " has no example of " + parameter.path("name"));
      }
    }
    return fillIn(path) + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  public boolean needsETag() {
    return parameters("header").stream()
        .anyMatch(header -> header.path("name").asText().equalsIgnoreCase("If-Match"));
  }

  /** Where a person reads the ETag: the thing itself, or else what it is a part of. */
  public String whereItIsRead() {
    String readable = path;
    while (!document.canBeRead(readable)) {
      readable = readable.substring(0, readable.lastIndexOf('/'));
    }
    return fillIn(readable);
  }

  /** None for an operation without a body; a form of files is filled in by a person. */
  public List<Body> bodies() {
    List<Body> bodies = new ArrayList<>();
    node.path("requestBody")
        .path("content")
        .fields()
        .forEachRemaining(
            type -> {
              if (!type.getKey().startsWith("multipart/")) {
                examples(type.getValue())
                    .forEach(each -> bodies.add(new Body(type.getKey(), each)));
              }
            });
    return bodies;
  }

  /** The statuses of success that the document gives, mostly one. */
  public List<Integer> goodStatuses() {
    List<String> statuses = new ArrayList<>();
    node.path("responses").fieldNames().forEachRemaining(statuses::add);
    return statuses.stream()
        .filter(status -> status.startsWith("2"))
        .map(Integer::valueOf)
        .toList();
  }

  /** What it may answer; none when it answers with nothing. */
  public List<String> answers(int status) {
    List<String> types = new ArrayList<>();
    content(status).fieldNames().forEachRemaining(types::add);
    return types;
  }

  public JsonNode schemaOfAnswer(int status, String mediaType) {
    return document.resolved(content(status).path(mediaType).path("schema"));
  }

  private JsonNode content(int status) {
    return node.path("responses").path(Integer.toString(status)).path("content");
  }

  /** The path with its parameters filled in. */
  String filledInPath() {
    return fillIn(path);
  }

  /** The examples of the query, by name; null where there is none. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    parameters("query").forEach(each -> query.put(each.path("name").asText(), example(each)));
    return query;
  }

  private String fillIn(String template) {
    String filled = template;
    for (JsonNode parameter : parameters("path")) {
      String place = "{" + parameter.path("name").asText() + "}";
      if (filled.contains(place)) {
        String example = example(parameter);
        if (example == null) {
          throw new AssertionError(name() + " has no example of " + place);
        }
        filled = filled.replace(place, encoded(example));
      }
    }
    return filled;
  }

  private List<JsonNode> parameters(String in) {
    return StreamSupport.stream(node.path("parameters").spliterator(), false)
        .filter(parameter -> parameter.path("in").asText().equals(in))
        .toList();
  }

  private String example(JsonNode parameter) {
    JsonNode schema = document.resolved(parameter.path("schema"));
    for (JsonNode place :
        List.of(
            parameter.path("example"),
            first(parameter.path("examples")).path("value"),
            schema.path("example"),
            schema.path("default"))) {
      if (!place.isMissingNode()) {
        return place.asText();
      }
    }
    return null;
  }

  private List<String> examples(JsonNode content) {
    if (content.has("example")) {
      return List.of(text(content.path("example")));
    }
    if (content.has("examples")) {
      return StreamSupport.stream(content.path("examples").spliterator(), false)
          .map(each -> text(each.path("value")))
          .toList();
    }
    JsonNode schema = document.resolved(content.path("schema"));
    if (schema.path("format").asText().equals("binary")) {
      List<String> aFile = new ArrayList<>();
      aFile.add(null);
      return aFile;
    }
    JsonNode example =
        schema.has("example") ? schema.path("example") : first(schema.path("examples"));
    if (example.isMissingNode()) {
      throw new AssertionError(name() + " has no example of its body");
    }
    return List.of(text(example));
  }

  /** As Swagger UI sends it: a text as it is, anything else as JSON over several lines. */
  private static String text(JsonNode example) {
    return example.isTextual() ? example.asText() : example.toPrettyString();
  }

  private static JsonNode first(JsonNode several) {
    return several.isEmpty() ? MissingNode.getInstance() : several.elements().next();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
