package io.familiarface.standalone.story.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.testing.DocumentedOperations;
import io.familiarface.rest.testing.RawResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer must be, whatever was sent: no 5xx; every 4xx a problem+json that the document
 * names and that lets nobody see inside; every success as its schema says.
 */
final class ResponseRules {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\b(java|javax|jakarta|org|com|io|net)\\.[a-z]+\\.[A-Za-z]|Exception\\b|\\bat [a-z]+\\."
              + "|SQLSTATE|\\b(select|insert into|update) [a-z_]+ ");

  /** {@code quarkus.http.limits.max-header-size}. */
  private static final int MOST_HEADER_BYTES = 16 << 10;

  private final DocumentedOperations document;

  ResponseRules(DocumentedOperations document) {
    this.document = document;
  }

  /** The first rule that the answer breaks, in words that say which, and no more. */
  Optional<String> broken(GeneratedRequest request, RawResponse answer) {
    int status = answer.status();
    if (status >= 500) {
      return Optional.of("answered " + status);
    }
    if (status == 431 && headerBytes(request) > MOST_HEADER_BYTES) {
      // Refused while it is read, before it is a request of anybody: no document speaks of it.
      return Optional.empty();
    }
    String path = request.path.replaceFirst("^http://[^/]*", "");
    boolean known = isPlain(request.method, path) && document.has(request.method, path);
    if (known && !document.names(request.method, path, status)) {
      return Optional.of("answered " + status + ", which the document doesn't say");
    }
    if (request.method.equals("HEAD")) {
      return Optional.empty();
    }
    if (status >= 400) {
      return problem(answer);
    }
    return known
        ? document.objection(
            request.method, path, status, answer.headers().get("content-type"), answer.text())
        : Optional.empty();
  }

  private static int headerBytes(GeneratedRequest request) {
    return request.headers.stream()
        .mapToInt(header -> header.name().length() + header.value().length())
        .sum();
  }

  /** Else the service rightly takes it for another operation than its letters say. */
  private static boolean isPlain(String method, String path) {
    return method.equals(method.toUpperCase(Locale.ROOT))
        && !path.toLowerCase(Locale.ROOT).matches(".*(/\\.|/%2e|//|\\\\).*");
  }

  private static Optional<String> problem(RawResponse answer) {
    int status = answer.status();
    String type = answer.headers().getOrDefault("content-type", "no content type");
    if (!type.startsWith("application/problem+json")) {
      return Optional.of("answered " + status + " with " + type.replaceAll(";.*", ""));
    }
    JsonNode problem;
    try {
      problem = JSON.readTree(answer.text());
    } catch (JsonProcessingException e) {
      return Optional.of("answered " + status + " with a problem that is no JSON");
    }
    for (String member : new String[] {"type", "title", "detail"}) {
      if (problem.path(member).asText().isBlank()) {
        return Optional.of("answered " + status + " with a problem without " + member);
      }
    }
    if (problem.path("status").asInt() != status) {
      return Optional.of("answered " + status + " with a problem of another status");
    }
    if (INSIDE.matcher(answer.text()).find()) {
      return Optional.of("answered " + status + " and tells what is inside");
    }
    return missingHeader(answer);
  }

  private static Optional<String> missingHeader(RawResponse answer) {
    String needed =
        Map.of(401, "www-authenticate", 405, "allow", 429, "retry-after").get(answer.status());
    return needed == null || answer.headers().containsKey(needed)
        ? Optional.empty()
        : Optional.of("answered " + answer.status() + " without " + needed);
  }
}
