package io.familiarface.jobs.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the list was brought in for. */
@Schema(name = "HistoryLeaving")
record CustomersAtRisk(
    @Schema(
            description =
                "How many flags stand, as far as feedback-service has heard of what came in; null"
                    + " if it does not answer.")
        Long flags,
    @Schema(description = "The ten customers most likely to leave, each with the heaviest reason.")
        List<Likely> mostLikely,
    @Schema(description = "Where they are listed, with all reasons at each.") URI risks,
    @Schema(description = "Where those who are flagged are listed.") URI flagged) {

  @Schema(name = "HistoryLikely")
  record Likely(
      UUID customerId,
      String customerExternalId,
      String name,
      BigDecimal probability,
      boolean flagged,
      String reason) {

    static Likely from(JsonNode risk) {
      return new Likely(
          UUID.fromString(risk.path("customerId").asText()),
          risk.path("customerExternalId").asText(null),
          risk.path("name").asText(null),
          risk.path("probability").decimalValue(),
          risk.path("flagged").asBoolean(),
          risk.at("/topReason/text").asText(null));
    }
  }
}
