package io.familiarface.jobs.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks feedback-service who is about to leave, whenever somebody looks at a finished import. */
@ApplicationScoped
class CustomersAtRiskLookup {
  private static final int SHOWN = 10;
  private static final int PAGE = 500;

  private final Neighbours neighbours;
  private final RisksApi api;
  private final URI risks;
  private final URI flagged;

  CustomersAtRiskLookup(
      Neighbours neighbours,
      @RestClient RisksApi api,
      @ConfigProperty(name = "familiar.public-url.feedback") URI feedback) {
    this.neighbours = neighbours;
    this.api = api;
    this.risks = feedback.resolve("/v1/risks?limit=" + SHOWN);
    this.flagged = feedback.resolve("/v1/risks?flagged=true");
  }

  /** At least where to look, if feedback-service does not answer. */
  CustomersAtRisk now() {
    try {
      List<CustomersAtRisk.Likely> mostLikely = new ArrayList<>();
      ask(null, SHOWN, null)
          .path("items")
          .forEach(risk -> mostLikely.add(CustomersAtRisk.Likely.from(risk)));
      return new CustomersAtRisk(flags(), mostLikely, risks, flagged);
    } catch (HttpProblem e) {
      return new CustomersAtRisk(null, null, risks, flagged);
    }
  }

  private long flags() {
    long flags = 0;
    String cursor = null;
    do {
      JsonNode page = ask(true, PAGE, cursor);
      flags += page.path("items").size();
      cursor = page.path("nextCursor").asText(null);
    } while (cursor != null);
    return flags;
  }

  private JsonNode ask(Boolean flaggedOnly, int limit, String cursor) {
    return neighbours
        .ask("feedback", CommonProblem.UNAVAILABLE, () -> api.risks(flaggedOnly, limit, cursor))
        .orElseThrow(() -> CommonProblem.UNAVAILABLE.because("There is no list of risks there."));
  }
}
