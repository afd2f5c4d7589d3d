package io.familiarface.customers.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What an export holds, for whoever opens it.
 *
 * @param services by service, whether what it holds is here
 * @param note the same in words
 */
record ExportContents(
    UUID customerId, Instant exportedAt, Map<String, OtherServices.Answer> services, String note) {

  static ExportContents of(
      UUID customerId, Instant exportedAt, Map<String, OtherServices.Answer> services) {
    var missing =
        services.entrySet().stream()
            .filter(service -> service.getValue() == OtherServices.Answer.NOT_ANSWERED)
            .map(service -> service.getKey() + "-service")
            .toList();
    return new ExportContents(
        customerId,
        exportedAt,
        services,
        missing.isEmpty()
            ? "All that we hold of this person is here."
            : "Not everything is here: "
                + String.join(" and ", missing)
                + " did not answer. Ask for the export again later.");
  }
}
