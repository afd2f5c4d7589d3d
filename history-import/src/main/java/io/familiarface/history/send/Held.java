package io.familiarface.history.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads what a service holds already, page by page. */
final class Held {
  private static final int PAGE = 500;

  private final ServiceCalls calls;

  Held(ServiceCalls calls) {
    this.calls = calls;
  }

  /** Passes on everything in a collection, nulls left out. */
  void forEach(URI collection, Consumer<ObjectNode> what) {
    forEach(collection, "", what);
  }

  /**
   * @param filter further query parameters, each with its &amp; in front
   */
  void forEach(URI collection, String filter, Consumer<ObjectNode> what) {
    String cursor = "";
    while (cursor != null) {
      String next =
          cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
      JsonNode page = calls.get(URI.create(collection + "?limit=" + PAGE + filter + next));
      for (JsonNode item : page.path("items")) {
        withoutNulls((ObjectNode) item);
        what.accept((ObjectNode) item);
      }
      cursor = page.hasNonNull("nextCursor") ? page.get("nextCursor").asText() : null;
    }
  }

  private static void withoutNulls(ObjectNode node) {
    node.removeIf(JsonNode::isNull);
    for (JsonNode value : node) {
      if (value instanceof ObjectNode object) {
        withoutNulls(object);
      }
    }
  }
}
