package io.familiarface.history.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Reads what a service holds already, page by page. */
final class CollectionReader {
  private static final int PAGE = 500;

  private final ServiceClient client;

  CollectionReader(ServiceClient client) {
    this.client = client;
  }

  /** Takes one item after the other. */
  interface ItemConsumer {
    void take(JsonNode item) throws IOException;
  }

  void forEach(URI collection, ItemConsumer what) throws IOException {
    forEach(collection, "", what);
  }

  /**
   * @param filter further query parameters, each with its &amp; in front
   */
  void forEach(URI collection, String filter, ItemConsumer what) throws IOException {
    String cursor = "";
    while (cursor != null) {
      String next =
          cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
      JsonNode page = client.get(URI.create(collection + "?limit=" + PAGE + filter + next));
      for (JsonNode item : page.path("items")) {
        what.take(item);
      }
      cursor = page.hasNonNull("nextCursor") ? page.get("nextCursor").asText() : null;
    }
  }
}
