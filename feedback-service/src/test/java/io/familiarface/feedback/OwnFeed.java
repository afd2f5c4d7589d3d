package io.familiarface.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.familiarface.feedback.testing.Call;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What this service has published, read as an integration reads it. */
final class OwnFeed {
  private OwnFeed() {}

  /** All events about a customer, oldest first. */
  static List<Map<String, Object>> of(UUID customer) {
    List<Map<String, Object>> found = new ArrayList<>();
    String after = "";
    while (true) {
      JsonPath page =
          JsonPath.from(
              Call.as("integration")
                  .get("/v1/feeds/feedback?timeout=500&limit=500" + after)
                  .then()
                  .statusCode(200)
                  .extract()
                  .asString());
      List<Map<String, Object>> events = page.getList("$");
      if (events.isEmpty()) {
        return found;
      }
      events.stream()
          .filter(event -> customer.toString().equals(event.get("subject")))
          .forEach(found::add);
      String last = (String) events.get(events.size() - 1).get("id");
      after = "&lastEventId=" + URLEncoder.encode(last, UTF_8);
    }
  }

  static List<Map<String, Object>> of(UUID customer, String type) {
    return of(customer).stream()
        .filter(event -> event.get("type").equals("io.familiarface." + type))
        .toList();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> data(Map<String, Object> event) {
    return (Map<String, Object>) event.get("data");
  }
}
