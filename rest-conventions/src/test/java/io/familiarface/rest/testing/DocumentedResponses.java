package io.familiarface.rest.testing;

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

/**
 * Compares every answer of the service with its OpenAPI document: a status, a content type, a field
 * or a value that the document doesn't have fails the test.
 */
public final class DocumentedResponses implements Filter {
  private final DocumentedOperations operations;

  private DocumentedResponses(DocumentedOperations operations) {
    this.operations = operations;
  }

  /** The document in YAML or JSON. */
  public static DocumentedResponses of(String document) {
    return new DocumentedResponses(DocumentedOperations.of(document));
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
    operations
        .objection(
            request.getMethod(), path, answer.statusCode(), answer.contentType(), answer.asString())
        .ifPresent(
            objection -> {
              throw new AssertionError(request.getMethod() + " " + path + " answered " + objection);
            });
    return answer;
  }
}
