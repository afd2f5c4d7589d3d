package io.familiarface.jobs.history;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks feedback-service who is about to leave, whenever somebody looks at a finished import. */
@ApplicationScoped
class CustomersAtRiskLookup {
  private static final Logger LOG = Logger.getLogger(CustomersAtRiskLookup.class);
  private static final int SHOWN = 10;
  private static final int PAGE = 500;

  private final RisksApi api;
  private final URI risks;
  private final URI flagged;

  CustomersAtRiskLookup(
      @RestClient RisksApi api,
      @ConfigProperty(name = "familiar.public-url.feedback") URI feedback) {
    this.api = api;
    this.risks = feedback.resolve("/v1/risks?limit=" + SHOWN);
    this.flagged = feedback.resolve("/v1/risks?flagged=true");
  }

  /** At least where to look, if feedback-service does not answer. */
  CustomersAtRisk now() {
    try {
      List<CustomersAtRisk.Likely> mostLikely = new ArrayList<>();
      api.risks(null, SHOWN, null)
          .path("items")
          .forEach(risk -> mostLikely.add(CustomersAtRisk.Likely.from(risk)));
      return new CustomersAtRisk(flags(), mostLikely, risks, flagged);
    } catch (RuntimeException e) {
      LOG.warnf("feedback-service can't be asked who is leaving: %s", e.getMessage());
      return new CustomersAtRisk(null, null, risks, flagged);
    }
  }

  private long flags() {
    long flags = 0;
    String cursor = null;
    do {
      JsonNode page = api.risks(true, PAGE, cursor);
      flags += page.path("items").size();
      cursor = page.path("nextCursor").asText(null);
    } while (cursor != null);
    return flags;
  }
}
