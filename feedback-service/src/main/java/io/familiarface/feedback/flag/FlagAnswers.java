package io.familiarface.feedback.flag;

import io.familiarface.rest.time.Instants;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people did about a flag. */
@Embeddable
record FlagAnswers(
    Instant acknowledgedAt,
    String acknowledgedBy,
    Instant actedAt,
    String actedBy,
    @Schema(description = "What was done.") String action) {
  static final FlagAnswers NONE = new FlagAnswers(null, null, null, null, null);

  FlagAnswers acknowledged(Instant at, String by) {
    return new FlagAnswers(Instants.toMicros(at), by, actedAt, actedBy, action);
  }

  FlagAnswers acted(Instant at, String by, String what) {
    return new FlagAnswers(acknowledgedAt, acknowledgedBy, Instants.toMicros(at), by, what);
  }
}
