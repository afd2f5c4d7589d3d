package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.standalone.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The last weeks of some customers were written up here, visit by visit, and so make invoices; all
 * visits before came from the former system, which has invoiced them.
 */
final class ExampleInvoices {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LAST_CUSTOMER = 120;
  private static final int DAYS = 29;
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private ExampleInvoices() {}

  /** Takes these completions out of what is imported; to be sent when the visits are there. */
  static List<DemoRequest> takenFrom(ImportLines lines, LocalDate today, ZoneId zone) {
    Instant since = today.minusDays(DAYS).atStartOfDay(zone).toInstant();
    Set<String> cancelled =
        lines.cancellations.stream()
            .map(line -> line.path("agreementExternalId").asText())
            .collect(Collectors.toSet());
    List<DemoRequest> completions = new ArrayList<>();
    for (ObjectNode visit : lines.visits) {
      Instant at = Instant.parse(visit.path("scheduledAt").asText());
      if (!at.isBefore(since)
          && visit.path("outcome").asText().equals("COMPLETED")
          && !visit.has("changeReason")
          && isOneOfSome(visit.path("agreementExternalId").asText())
          && !cancelled.contains(visit.path("agreementExternalId").asText())) {
        Instant begun =
            visit.has("arrivedAt") ? Instant.parse(visit.path("arrivedAt").asText()) : at;
        completions.add(completion(visit, begun.plus(AN_HOUR)));
      }
    }
    return completions;
  }

  private static boolean isOneOfSome(String agreement) {
    int number = Integer.parseInt(agreement.replaceAll("\\D", ""));
    return number > ExampleCustomers.LAST && number <= LAST_CUSTOMER;
  }

  private static DemoRequest completion(ObjectNode visit, Instant at) {
    ObjectNode completion =
        JSON.createObjectNode()
            .put("completedAt", at.toString())
            .put("onTime", visit.path("onTime").asBoolean());
    visit.put("outcome", "PLANNED").remove("onTime");
    return new DemoRequest(
        Service.JOBS,
        "/v1/visits/ext:%s/completion".formatted(visit.path("externalId").asText()),
        completion);
  }

  /** Somewhere to push to, a payment, and the first export; one after the other. */
  static List<DemoRequest> books(LocalDate today) {
    ObjectNode endpoint =
        JSON.createObjectNode()
            .put("url", "https://accounting.example/hooks/familiar-face")
            .put("cron", "0 6 * * *");
    ObjectNode payment =
        JSON.createObjectNode()
            .put("document", "INV-%d-000004".formatted(today.minusDays(DAYS - 4).getYear()))
            .put("paidOn", today.minusDays(1).toString())
            .put("reference", "BANK-0000");
    payment.putObject("amount").put("amount", "20.00").put("currency", "USD");
    ObjectNode export = JSON.createObjectNode().put("format", "CSV").put("since", "LAST");
    ObjectNode prepayment =
        JSON.createObjectNode()
            .put("agreementExternalId", "A0062")
            .put("from", today.minusDays(DAYS).toString())
            .put("to", today.plusDays(300).toString());
    prepayment.putObject("amount").put("amount", "960.00").put("currency", "USD");
    return List.of(
        request("endpoints", endpoint),
        request("prepayments", prepayment),
        request("payments", payment),
        request("exports", export));
  }

  private static DemoRequest request(String what, ObjectNode body) {
    return new DemoRequest(Service.JOBS, "/v1/accounting/" + what, body);
  }
}
