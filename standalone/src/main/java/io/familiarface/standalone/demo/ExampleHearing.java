package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.standalone.Service;
import java.util.List;

/** Somebody was asked what they think, and has a page of their own. */
final class ExampleHearing {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExampleHearing() {}

  static List<DemoRequest> requests() {
    return List.of(
        new DemoRequest(Service.FEEDBACK, "/v1/feedback/requests", named("ASK-1", "C0003")),
        new DemoRequest(
            Service.FEEDBACK, "/v1/links", named("LINK-1", "C0003").put("purpose", "FEEDBACK")));
  }

  private static ObjectNode named(String key, String customer) {
    return JSON.createObjectNode().put("externalId", key).put("customerExternalId", customer);
  }
}
