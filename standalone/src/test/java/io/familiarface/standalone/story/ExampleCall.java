package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.ServiceResponse;
import io.familiarface.standalone.story.request.Operation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * Presses one operation as Swagger UI does, with its own examples, and looks at what comes back.
 */
final class ExampleCall {
  private static final String LINES = "application/x-ndjson";

  /** Nothing has gone wrong in the demo, so there is nothing parked to be listed. */
  private static final Set<String> RIGHTLY_EMPTY =
      Set.of(
          "/v1/feeds/consumers/{feed}/parked",
          // The company of the demo is connected to no accounting system.
          "/v1/accounting/bookings");

  private static final Set<String> RIGHTLY_NOT_FOUND =
      Set.of(
          "/v1/feeds/consumers/{feed}/parked/{id}/discard",
          // No document shows a key.
          "/v1/technicians/{id}/schedule.ics",
          "/v1/links/visits/{key}.ics");

  private final RunningSystem system;
  private final Operation operation;

  ExampleCall(RunningSystem system, Operation operation) {
    this.system = system;
    this.operation = operation;
  }

  /** Once for each body that is offered, or for each form in which it answers. */
  void call() {
    List<Operation.Body> bodies = operation.bodies();
    if (!bodies.isEmpty()) {
      bodies.stream().filter(ExampleCall::canBeMade).forEach(body -> look(send(body, "*/*")));
    } else if (forms().size() > 1 && !answersAPicture()) {
      for (String type : forms()) {
        ServiceResponse answer = send(null, type);
        assertThat(type(answer)).isEqualTo(type);
        look(answer);
      }
    } else {
      look(send(null, "*/*"));
    }
  }

  private ServiceResponse send(Operation.Body body, String accept) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", accept);
    if (operation.needsETag()) {
      ServiceResponse read = client().get(operation.whereItIsRead());
      assertThat(read.status()).as(read.toString()).isEqualTo(200);
      headers.put("If-Match", read.header("ETag").orElseThrow());
    }
    String path = operation.filledIn();
    if (body != null && body.example() == null) {
      return client().put(path, body.mediaType(), picture(body.mediaType()), headers);
    }
    if (body != null) {
      headers.put("Content-Type", body.mediaType());
    }
    return client().send(operation.method(), path, body == null ? null : body.example(), headers);
  }

  private void look(ServiceResponse answer) {
    if (RIGHTLY_NOT_FOUND.contains(operation.path())) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
      return;
    }
    assertThat(answer.status()).as(answer.toString()).isIn(operation.goodStatuses());
    if (answer.status() == 204) {
      assertThat(answer.body()).isEmpty();
      return;
    }
    String type = type(answer);
    assertThat(operation.answers(answer.status()))
        .as("the documented types of " + answer)
        .contains(type);
    assertThat(answer.body()).isNotEmpty();
    if (type.equals(LINES)) {
      assertThat(answer.lines())
          .as(answer.toString())
          .isNotEmpty()
          .extracting(line -> line.path("status").asText())
          .isSubsetOf("CREATED", "UPDATED", "UNCHANGED");
    } else if (type.endsWith("json")) {
      lookInto(answer.json(), operation.schemaOfAnswer(answer.status(), type));
    }
  }

  private void lookInto(JsonNode body, JsonNode schema) {
    assertThat(schema.isEmpty()).as("the schema of the answer of " + operation.name()).isFalse();
    assertThat(schema.path("type").asText()).isEqualTo(body.isArray() ? "array" : "object");
    if (body.isObject()) {
      List<String> required = new ArrayList<>();
      schema.path("required").forEach(each -> required.add(each.asText()));
      List<String> fields = new ArrayList<>();
      body.fieldNames().forEachRemaining(fields::add);
      List<String> documented = new ArrayList<>();
      schema.path("properties").fieldNames().forEachRemaining(documented::add);
      assertThat(fields).containsAll(required);
      assertThat(documented).as("what is documented of " + operation.name()).containsAll(fields);
    }
    if (operation.method().equals("GET") && !RIGHTLY_EMPTY.contains(operation.path())) {
      JsonNode items = body.isArray() ? body : body.path("items");
      assertThat(items.isMissingNode() || !items.isEmpty())
          .as("something to see in " + operation.name())
          .isTrue();
    }
  }

  private boolean answersAPicture() {
    return forms().stream().allMatch(type -> type.startsWith("image/"));
  }

  private List<String> forms() {
    return operation.answers(operation.goodStatuses().get(0));
  }

  /**
   * The feed of whole persons is for services alone, and says so; everything else is an admin's.
   */
  private ServiceClient client() {
    boolean feed = operation.path().equals("/v1/feeds/{name}");
    return system.as(feed ? "service" : "admin", operation.service());
  }

  private static String type(ServiceResponse answer) {
    return answer.header("Content-Type").orElse("none").split(";")[0];
  }

  /** Java writes no WebP; that it is read is shown where photos are tested. */
  private static boolean canBeMade(Operation.Body body) {
    return body.example() != null || !body.mediaType().equals("image/webp");
  }

  private static byte[] picture(String mediaType) {
    try (var bytes = new ByteArrayOutputStream()) {
      var image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(image, mediaType.replace("image/", ""), bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
