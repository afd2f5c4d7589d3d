package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.familiarface.feedback.recording.CustomerLine;
import io.familiarface.rest.NullOrNotBlank;
import io.familiarface.risk.signal.Severity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** A line of {@code /complaints/import}. */
record ComplaintLine(
    @NotBlank @Size(max = 100) String externalId,
    @NotBlank @Size(max = 100) String customerExternalId,
    @NullOrNotBlank @Size(min = 1, max = 100) String visitExternalId,
    @NotNull Instant receivedAt,
    @NotNull Severity severity,
    @NullOrNotBlank @Size(min = 1, max = 50) String cause,
    @JsonAlias("text") @Size(max = 4000) String words,
    Instant resolvedAt,
    Instant reopenedAt,
    Boolean customerSatisfied)
    implements CustomerLine {

  ComplaintDetails details(UUID visitId) {
    return new ComplaintDetails(
        visitId, severity, cause, words, receivedAt, resolvedAt, reopenedAt, customerSatisfied);
  }
}
