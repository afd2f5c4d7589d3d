package io.familiarface.rest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares every answer of the service with its OpenAPI document: a status, a content type, a field
 * or a value that the document doesn't have fails the test.
 *
 * <p>A field that is null counts as absent, which is how the documents mean it.
 */
public final class DocumentedResponses implements Filter {
  /** Any operation can give these; the documents don't repeat them everywhere. */
  private static final Set<Integer> ANYWHERE = Set.of(404, 405, 406, 429, 500, 503);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  private DocumentedResponses(String yaml) {
    try {
      document = new ObjectMapper(new YAMLFactory()).readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    close(document);
  }

  /** The document in YAML or JSON. */
  public static DocumentedResponses of(String document) {
    return new DocumentedResponses(document);
  }

  /** The committed document of the module whose tests run. */
  public static DocumentedResponses ofModule() {
    return OfModule.DOCUMENT;
  }

  private static final class OfModule {
    static final DocumentedResponses DOCUMENT = read();

    private static DocumentedResponses read() {
      try {
        return of(Files.readString(Path.of("openapi.yaml")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response answer = context.next(request, expected);
    String path = URI.create(request.getURI()).getRawPath();
    JsonNode operation = pathItem(path).path(request.getMethod().toLowerCase(Locale.ROOT));
    if (!operation.isMissingNode()) {
      check(request.getMethod() + " " + path, operation.path("responses"), answer);
    }
    return answer;
  }

  private void check(String call, JsonNode responses, Response answer) {
    int status = answer.statusCode();
    JsonNode documented = responses.path(String.valueOf(status));
    if (documented.isMissingNode()) {
      if (ANYWHERE.contains(status)) {
        return;
      }
      throw new AssertionError(call + " answered " + status + ", which the document doesn't say");
    }
    JsonNode content = documented.path("content");
    if (content.isEmpty() || answer.contentType() == null || answer.contentType().isEmpty()) {
      return;
    }
    String type = answer.contentType().replaceAll(";.*", "").strip();
    JsonNode media = content.path(type);
    if (media.isMissingNode()) {
      throw new AssertionError(
          call + " answered " + status + " with " + type + ", which the document doesn't say");
    }
    if (type.endsWith("json") && media.has("schema")) {
      validate(call + " answered " + status, media.get("schema"), answer.asString());
    }
  }

  private void validate(String call, JsonNode schema, String body) {
    try {
      JsonNode answer = withoutNulls(JSON.readTree(body));
      var errors = schemas.computeIfAbsent(schema, this::schema).validate(answer);
      if (!errors.isEmpty()) {
        throw new AssertionError(
            call + " otherwise than the document says: " + errors + "\n" + body);
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError(call + " with what is no JSON: " + body, e);
    }
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

  private static JsonNode withoutNulls(JsonNode node) {
    for (Iterator<JsonNode> members = node.iterator(); members.hasNext(); ) {
      JsonNode member = members.next();
      if (node.isObject() && member.isNull()) {
        members.remove();
      } else {
        withoutNulls(member);
      }
    }
    return node;
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
