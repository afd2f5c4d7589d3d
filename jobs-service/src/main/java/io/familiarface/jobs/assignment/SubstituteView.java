package io.familiarface.jobs.assignment;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who could come instead. */
@Schema(name = "Substitute")
record SubstituteView(
    UUID technicianId, String externalId, String name, int score, List<String> reasons) {

  static SubstituteView of(SubstituteCandidate candidate) {
    return new SubstituteView(
        candidate.technicianId(),
        candidate.externalId(),
        candidate.name(),
        candidate.score(),
        candidate.reasons());
  }

  /** The best few; a planner reads no further. */
  @Schema(name = "Substitutes")
  record Ranking(List<SubstituteView> items) {}
}
