package io.familiarface.standalone.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** What of an assessment must not depend on the way by which the history came in. */
record RiskFigures(
    BigDecimal probability,
    String band,
    boolean flagged,
    JsonNode continuity,
    List<String> reasons) {

  static RiskFigures of(JsonNode risk) {
    return new RiskFigures(
        risk.path("probability").decimalValue(),
        risk.path("band").asText(),
        risk.path("flagged").asBoolean(),
        risk.path("continuity"),
        Json.texts(risk.path("reasons"), "code"));
  }
}
