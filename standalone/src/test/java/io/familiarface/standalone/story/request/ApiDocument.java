package io.familiarface.standalone.story.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The OpenAPI document that a service serves, and the operations in it. */
public final class ApiDocument {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final Service service;
  private final JsonNode document;

  private ApiDocument(Service service, JsonNode document) {
    this.service = service;
    this.document = document;
  }

  /**
   * @param document what the service serves as its OpenAPI document
   */
  public static ApiDocument of(Service service, JsonNode document) {
    return new ApiDocument(service, document);
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        each -> {
                          if (METHODS.contains(each.getKey())) {
                            operations.add(
                                new Operation(
                                    this,
                                    service,
                                    each.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    each.getValue()));
                          }
                        }));
    return operations;
  }

  boolean canBeRead(String path) {
    return document.path("paths").path(path).has("get");
  }

  /** The schema itself, where it is only referred to. */
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
  }
}
