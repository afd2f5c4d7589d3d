package io.familiarface.rest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an OpenAPI document says of the answers of its operations: status, content type and schema.
 */
public final class DocumentedOperations {
  /** Any operation can give these; the documents don't repeat them everywhere. */
  private static final Set<Integer> ANYWHERE = Set.of(404, 405, 500);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  private DocumentedOperations(String document) {
    try {
      this.document = new ObjectMapper(new YAMLFactory()).readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    close(this.document);
  }

  /** The document in YAML or JSON. */
  public static DocumentedOperations of(String document) {
    return new DocumentedOperations(document);
  }

  /** Whether an operation of the document is called so. */
  public boolean has(String method, String path) {
    return !operation(method, path).isMissingNode();
  }

  /** Whether the document itself gives the operation this status. */
  public boolean names(String method, String path, int status) {
    return operation(method, path).path("responses").has(String.valueOf(status));
  }

  /**
   * What the answer has that the document doesn't: a status, a content type, a field or a value.
   *
   * @param path as it was sent, without the query
   * @param contentType null for none
   */
  public Optional<String> objection(
      String method, String path, int status, String contentType, String body) {
    JsonNode operation = operation(method, path);
    if (operation.isMissingNode()) {
      return Optional.empty();
    }
    JsonNode documented = operation.path("responses").path(String.valueOf(status));
    if (documented.isMissingNode()) {
      return ANYWHERE.contains(status)
          ? Optional.empty()
          : Optional.of(status + ", which the document doesn't say");
    }
    JsonNode content = documented.path("content");
    if (content.isEmpty() || contentType == null || contentType.isEmpty()) {
      return Optional.empty();
    }
    String type = contentType.replaceAll(";.*", "").strip();
    JsonNode media = content.path(type);
    if (media.isMissingNode()) {
      return Optional.of(status + " with " + type + ", which the document doesn't say");
    }
    return type.endsWith("json") && !type.endsWith("ndjson") && media.has("schema")
        ? invalid(media.get("schema"), body).map(why -> status + " " + why)
        : Optional.empty();
  }

  private Optional<String> invalid(JsonNode schema, String body) {
    try {
      JsonNode answer = JSON.readTree(body);
      var errors = schemas.computeIfAbsent(schema, this::schema).validate(answer);
      return errors.isEmpty()
          ? Optional.empty()
          : Optional.of("otherwise than the document says: " + errors + "\n" + body);
    } catch (JsonProcessingException e) {
      return Optional.of("with what is no JSON: " + body);
    }
  }

  private JsonNode operation(String method, String path) {
    return pathItem(path).path(method.toLowerCase(Locale.ROOT));
  }

  private Schema schema(JsonNode node) {
    ObjectNode root = node.deepCopy();
    root.set("components", document.path("components"));
    return registry.getSchema(root);
  }

  /** The item whose template fits, one without parameters first. */
  private JsonNode pathItem(String path) {
    JsonNode exact = document.path("paths").path(path);
    if (!exact.isMissingNode()) {
      return exact;
    }
    for (Map.Entry<String, JsonNode> item : document.path("paths").properties()) {
      if (path.matches(item.getKey().replaceAll("\\{[^}]+}", "[^/]+"))) {
        return item.getValue();
      }
    }
    return exact;
  }

  /** An object has the fields of its schema and no others; problems alone may have more. */
  private static void close(JsonNode document) {
    document
        .path("components")
        .path("schemas")
        .properties()
        .forEach(
            schema -> {
              boolean open = schema.getKey().endsWith("Problem");
              if (!open
                  && schema.getValue() instanceof ObjectNode object
                  && object.has("properties")
                  && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
              }
            });
  }
}
