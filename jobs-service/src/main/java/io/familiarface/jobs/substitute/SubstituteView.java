package io.familiarface.jobs.substitute;

import io.familiarface.jobs.assignment.Impact;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who could come instead. */
@Schema(name = "Substitute")
record SubstituteView(
    UUID technicianId,
    String externalId,
    String name,
    @Schema(description = "Higher is better; it means nothing outside this ranking.") int score,
    @Schema(description = "How often they were at this customer.") int visitsHere,
    @Schema(description = "The customer's risk of leaving if they come; null if unknown.")
        BigDecimal probabilityAfter,
    List<Impact.BrokenPromise> promisesBroken,
    List<String> reasons) {

  /** Somebody who can't be sent, and why not. */
  @Schema(name = "RefusedSubstitute")
  record Refused(
      UUID technicianId, String externalId, String name, SendingRule rule, String reason) {

    static Refused of(RosterEntry who, SendingRule.Refusal refusal) {
      return new Refused(
          who.technicianId(), who.externalId(), who.name(), refusal.rule(), refusal.reason());
    }
  }

  /**
   * The best few; a planner reads no further.
   *
   * @param available whether feedback-service could be asked; if not, the probabilities are null
   * @param why what is missing, for a person to read; null when nothing is
   */
  @Schema(name = "Substitutes")
  record Ranking(
      UUID visitId,
      boolean available,
      String why,
      @Schema(description = "The risk of leaving as it is without the visit.")
          BigDecimal probabilityBefore,
      List<SubstituteView> candidates,
      List<Refused> refused) {}
}
