package io.familiarface.feedback.page;

import io.familiarface.feedback.complaint.LateStepTakers;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the page of cases needs to know of this company; nothing in it is secret. */
@Path("/cases/config.json")
class CaseWordsResource {
  private final CaseWords words;

  CaseWordsResource(
      @ConfigProperty(name = "familiar.complaint.causes") List<String> causes,
      @ConfigProperty(name = "familiar.complaint.currency") String currency,
      LateStepTakers takers) {
    this.words = new CaseWords(causes, currency, takers.areNamed());
  }

  /**
   * @param takersNamed whether somebody is named who takes what is late
   */
  record CaseWords(List<String> causes, String currency, boolean takersNamed) {}

  @GET
  @PermitAll
  @Produces("application/json")
  @Operation(hidden = true)
  public CaseWords get() {
    return words;
  }
}
