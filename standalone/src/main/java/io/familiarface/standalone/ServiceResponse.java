package io.familiarface.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** What a service answered. */
public record ServiceResponse(String question, int status, HttpHeaders headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ServiceResponse from(HttpResponse<String> response) {
    return new ServiceResponse(
        response.request().method() + " " + response.uri(),
        response.statusCode(),
        response.headers(),
        response.body());
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  public JsonNode json() {
    return parse(body);
  }

  /** The body as one JSON value a line, as imports answer. */
  public List<JsonNode> lines() {
    return body.lines().filter(line -> !line.isBlank()).map(this::parse).toList();
  }

  @Override
  public String toString() {
    return question + " answered " + status + ": " + body;
  }

  private JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(this + " (which is no JSON)", e);
    }
  }
}
