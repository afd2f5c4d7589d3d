package io.familiarface.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.ConsumerLag;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.ServiceResponse;
import io.familiarface.standalone.UserError;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** What an owner has imported the list for: who is most likely to leave, and why. */
final class AtRiskSummary {
  private static final int SHOWN = 10;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final Function<Service, ServiceClient> clients;
  private final PrintWriter out;

  AtRiskSummary(Function<Service, ServiceClient> clients, PrintWriter out) {
    this.clients = clients;
    this.out = out;
  }

  /** Waits until every service has heard what came in. */
  void print() {
    try {
      new ConsumerLag(clients).await(LONGEST_WAIT);
      show();
    } catch (UserError e) {
      out.println("Everything is in; who is about to leave can't be said yet. " + e.getMessage());
    }
    out.flush();
  }

  private void show() {
    JsonNode likely = ask("/v1/risks?limit=" + SHOWN).path("items");
    if (likely.isEmpty()) {
      return;
    }
    out.println();
    out.println("Most likely to leave within 90 days:");
    int place = 1;
    for (JsonNode customer : likely) {
      out.printf(
          Locale.ROOT,
          "%3d. %-40s %3.0f %%%s%n",
          place++,
          customer.path("name").asText(),
          100 * customer.path("probability").asDouble(),
          customer.path("flagged").asBoolean() ? "  flagged" : "");
      ask("/v1/customers/" + customer.path("customerId").asText() + "/risk")
          .path("reasons")
          .forEach(reason -> out.println("       " + reason.path("text").asText()));
    }
    long flags = flags();
    out.println();
    out.println(flags == 1 ? "1 flag stands." : "%,d flags stand.".formatted(flags));
  }

  private long flags() {
    long flags = 0;
    for (String cursor = ""; cursor != null; ) {
      JsonNode page = ask("/v1/risks?flagged=true&limit=500" + cursor);
      flags += page.path("items").size();
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.get("nextCursor").asText() : null;
    }
    return flags;
  }

  private JsonNode ask(String path) {
    ServiceResponse answer = clients.apply(Service.FEEDBACK).get(path);
    if (!answer.isSuccess()) {
      throw new UserError(answer.toString());
    }
    return answer.json();
  }
}
