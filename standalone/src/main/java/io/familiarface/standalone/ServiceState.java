package io.familiarface.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service says of itself.
 *
 * @param consumers as {@code GET /v1/feeds/consumers} answers; empty when it does not
 */
public record ServiceState(boolean ready, List<JsonNode> consumers) {

  public static ServiceState ask(URI service, String token) {
    var client = ServiceClient.to(service, token);
    try {
      boolean ready = client.get("/q/health/ready").isSuccess();
      ServiceResponse answer = client.get("/v1/feeds/consumers");
      var consumers = new ArrayList<JsonNode>();
      if (answer.isSuccess()) {
        answer.json().forEach(consumers::add);
      }
      return new ServiceState(ready, consumers);
    } catch (UserError nobodyAnswers) {
      return new ServiceState(false, List.of());
    }
  }
}
