package io.familiarface.customers.promise;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody decides about a promise, and why. */
@Schema(
    example =
        """
        {"state": "RELEASED", "reason": "They asked for a text message instead of a call."}""")
public record NewDecision(
    @NotNull State state,
    @NotBlank @Size(max = 2000) String reason,
    @Schema(description = "Left out: now.") Instant at) {

  @Schema(name = "PromiseDecision")
  public enum State {
    KEPT,
    BROKEN,
    RELEASED
  }
}
