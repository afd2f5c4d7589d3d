package io.familiarface.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.standalone.Service;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Complaints that are being mended, KCASE-1 to KCASE-8: each waits for the step whose example names
 * it, so that every step can be tried.
 */
final class ExampleCases {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalTime MORNING = LocalTime.of(10, 0);

  /** The steps of a case in order; {at} is when it was taken. */
  private static final List<String> STEPS =
      List.of(
          "assessment {\"at\":\"{at}\",\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"damage\":\"A scratch"
              + " in the floor of the hall.\",\"by\":\"Kim\"}",
          "apology {\"at\":\"{at}\",\"by\":\"Pat\",\"words\":\"We scratched your floor, and I am"
              + " sorry.\",\"promisedChange\":\"Nobody works on wood without mats any more.\"}",
          "remedy {\"at\":\"{at}\",\"askedFor\":\"That the board is replaced.\",\"kind\":\"CREDIT\","
              + "\"amount\":{\"amount\":\"30.00\",\"currency\":\"USD\"},\"words\":\"They have it"
              + " replaced, we pay.\",\"by\":\"Pat\"}",
          "delivery {\"at\":\"{at}\",\"words\":\"The credit was given.\",\"by\":\"Kim\"}",
          "check-ins {\"at\":\"{at}\",\"mood\":\"CALM\",\"trust\":4,\"words\":\"The new board looks"
              + " fine.\",\"by\":\"Kim\"}",
          "closure {\"at\":\"{at}\",\"by\":\"CUSTOMER\",\"satisfied\":true,\"words\":\"It is all good"
              + " again.\"}");

  private final LocalDate today;
  private final ZoneId zone;
  private final List<DemoRequest> requests = new ArrayList<>();

  private ExampleCases(LocalDate today, ZoneId zone) {
    this.today = today;
    this.zone = zone;
  }

  /** To be sent one after the other. */
  static List<DemoRequest> asOf(LocalDate today, ZoneId zone) {
    ExampleCases cases = new ExampleCases(today, zone);
    cases.create(1, 21, 4, "You left mouse droppings under the sink.", 0);
    cases.create(2, 24, 9, "Your ladder scratched the floor of our hall.", 1);
    cases.create(3, 27, 12, "The trap stained the carpet.", 2);
    cases.create(4, 31, 12, "The spray ruined my herbs.", 2);
    cases.remedyAboveTheLimit(4);
    cases.create(5, 36, 20, "The door frame is chipped where you drilled.", 3);
    cases.create(6, 42, 40, "The sealing came off after a week.", 4);
    cases.create(7, 47, 60, "You scratched the floor in the kitchen.", 5);
    cases.create(8, 53, 80, "Nobody told me that the smell would stay for days.", 6);
    return cases.requests;
  }

  private void create(int number, int customer, int daysAgo, String words, int steps) {
    LocalDate day = Technicians.weekday(today.minusDays(daysAgo));
    ObjectNode complaint =
        JSON.createObjectNode()
            .put("externalId", "KCASE-" + number)
            .put("customerExternalId", "C%04d".formatted(customer))
            .put("receivedAt", at(day))
            .put("severity", number % 2 == 0 ? "LOW" : "MEDIUM")
            .put("words", words)
            .put("owner", number % 3 == 0 ? "Pat" : "Kim");
    requests.add(new DemoRequest(Service.FEEDBACK, "/v1/complaints", complaint));
    for (int step = 0; step < steps; step++) {
      day = Technicians.weekday(day.plusDays(step < 4 ? 1 : 7));
      String[] pathAndBody = STEPS.get(step).replace("{at}", at(day)).split(" ", 2);
      requests.add(step(number, pathAndBody[0], pathAndBody[1]));
    }
  }

  /** By somebody whose limit it exceeds, so that it waits for an approval. */
  private void remedyAboveTheLimit(int number) {
    String remedy =
        """
        {"askedFor":"New herbs, and somebody who looks after them.","kind":"PAY_DAMAGE",\
        "amount":{"amount":"240.00","currency":"USD"},"words":"We pay for the bed to be planted anew."}\
        """;
    requests.add(step(number, "remedy", remedy).as("csr"));
  }

  private static DemoRequest step(int number, String step, String body) {
    return new DemoRequest(
        Service.FEEDBACK, "/v1/complaints/ext:KCASE-%d/%s".formatted(number, step), read(body));
  }

  private String at(LocalDate day) {
    return day.atTime(MORNING).atZone(zone).toInstant().toString();
  }

  private static ObjectNode read(String body) {
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }
}
