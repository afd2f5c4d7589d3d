package io.familiarface.feedback.report;

import io.familiarface.feedback.assessment.CurrentModel;
import io.familiarface.feedback.risk.model.RiskModel;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/risk/model")
@Tag(name = "Risk")
@RolesAllowed({Role.ADMIN, Role.MANAGER})
class ModelResource {
  private final CurrentModel model;

  ModelResource(CurrentModel model) {
    this.model = model;
  }

  /** The model in use. */
  @Schema(name = "RiskModel")
  record ModelView(
      @Schema(examples = "prior-1") String version,
      @Schema(description = "PRIOR: documented beliefs. LEARNED: from the company's own history.")
          RiskModel.Kind kind,
      @Schema(description = "The last instant it learned from; null for a PRIOR.")
          Instant trainedAt,
      @Schema(description = "How well it did out of time; empty for a PRIOR.")
          Map<String, Double> metrics) {

    /** The priors have been measured on nothing. */
    static ModelView of(RiskModel model) {
      return new ModelView(model.version(), model.kind(), model.trainedOn(), Map.of());
    }
  }

  @GET
  @Operation(operationId = "getRiskModel", summary = "The model that makes the probabilities")
  @APIResponse(responseCode = "200", description = "The model in use")
  public ModelView get() {
    return ModelView.of(model.engine().model());
  }
}
