package io.familiarface.customers.feedback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The event {@code risk.assessed}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RiskAssessed(
    UUID customerId,
    Instant asOf,
    BigDecimal probability,
    String band,
    boolean flagged,
    List<String> reasonCodes,
    String modelVersion) {

  RiskAssessed {
    reasonCodes = reasonCodes == null ? List.of() : List.copyOf(reasonCodes);
  }
}
