package io.familiarface.feedback.feedback;

import io.familiarface.rest.time.Instants;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * What can be corrected of feedback.
 *
 * @param projectStep the number of a step of that project
 * @param technicianId of whom they speak, where they name neither a visit nor a project
 * @param kind SURVEY if null
 * @param callMe whether they ask for a call
 */
@Embeddable
record FeedbackDetails(
    UUID visitId,
    UUID projectId,
    Integer projectStep,
    UUID technicianId,
    Instant at,
    @Enumerated(EnumType.STRING) FeedbackKind kind,
    Integer csat,
    Integer nps,
    Integer effort,
    String text,
    boolean callMe) {

  FeedbackDetails {
    at = Instants.toMicros(at);
    kind = kind == null ? FeedbackKind.SURVEY : kind;
  }

  boolean saysNothing() {
    return !givesMarks() && (text == null || text.isBlank()) && !callMe;
  }

  /** Whether it says in a number how it was. */
  boolean givesMarks() {
    return csat != null || nps != null || effort != null;
  }
}
