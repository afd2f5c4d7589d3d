package io.familiarface.feedback.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.feedback.feedback.Satisfaction;
import io.familiarface.feedback.words.ReasonView;
import io.familiarface.feedback.words.Rounding;
import io.familiarface.risk.advice.Action;
import io.familiarface.risk.advice.Advice;
import io.familiarface.risk.engine.Assessment;
import io.familiarface.risk.engine.Band;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.state.CustomerStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer's risk as it is read. */
@Schema(
    name = "Risk",
    description = "How likely it is that a customer cancels, why, and what helps.")
@JsonPropertyOrder("customerId")
record RiskView(
    UUID customerId,
    @Schema(description = "By all that had happened until then, and nothing later.") Instant asOf,
    @Schema(examples = "90") int horizonDays,
    @JsonUnwrapped Level level,
    @JsonUnwrapped Experience experience,
    @Schema(
            description =
                "Heaviest first. What does not raise the risk is left out, but for a rule that"
                    + " raises a flag.")
        List<ReasonView> reasons,
    @Schema(
            description =
                "What would help, best first: against the next visit as it is planned, or by"
                    + " somebody else when whoever is planned is away or has left.")
        List<AdviceView> advice,
    ModelName model) {

  /** How high it is. */
  record Level(
      @Schema(description = "That the customer cancels within the horizon.", examples = "0.41")
          BigDecimal probability,
      Band band,
      boolean flagged,
      @Schema(description = "PROSPECT without an agreement, ACTIVE, LAPSED or CANCELLED.")
          CustomerStatus standing) {
    static Level of(Assessment assessment) {
      return new Level(
          Rounding.probability(assessment.probability()),
          assessment.band(),
          assessment.flagged(),
          assessment.standing());
    }
  }

  /** What the customer went through. */
  record Experience(
      @Schema(description = "Over all completed visits.") ContinuityView continuity,
      @Schema(
              description =
                  "Over the rolling window (365 days unless configured otherwise), by the 60 latest"
                      + " visits at most: a year of a weekly customer.")
          ContinuityView continuityWindow,
      ServiceView service) {
    static Experience of(Assessment assessment, Satisfaction.Csat csat) {
      return new Experience(
          ContinuityView.of(assessment.continuity()),
          ContinuityView.of(assessment.continuityWindow()),
          ServiceView.of(assessment.service(), csat));
    }
  }

  @Schema(name = "Advice")
  record AdviceView(
      Action action,
      @Schema(examples = "Move the visit of 6 Oct 2025 to 13 Oct 2025, when Ben Ortiz is back.")
          String text,
      @Schema(description = "The instant that both probabilities are for, after the next visit.")
          Instant at,
      @Schema(
              description = "The probability then if all goes as it is planned now.",
              examples = "0.34")
          BigDecimal probabilityAsPlanned,
      @Schema(description = "The probability then if it is done.", examples = "0.19")
          BigDecimal probabilityAfter,
      @Schema(description = "Who should come; null where it is not about that.") UUID technicianId,
      @Schema(description = "When the visit should be; null where it is not about a visit.")
          Instant visitAt) {
    static AdviceView of(Advice advice) {
      return new AdviceView(
          advice.action(),
          advice.text(),
          advice.at(),
          Rounding.probability(advice.probabilityAsPlanned()),
          Rounding.probability(advice.probabilityAfter()),
          advice.technicianId(),
          advice.visitAt());
    }
  }

  @Schema(name = "ModelName")
  record ModelName(
      @Schema(examples = "prior-1") String version,
      @Schema(description = "The last instant of the history it learned from; null for priors.")
          Instant trainedOn) {}

  static RiskView of(
      UUID customer,
      Assessment assessment,
      Satisfaction.Csat csat,
      List<Advice> advice,
      RiskModel model) {
    return new RiskView(
        customer,
        assessment.asOf(),
        assessment.horizonDays(),
        Level.of(assessment),
        Experience.of(assessment, csat),
        ReasonView.of(assessment.reasons()),
        advice.stream().map(AdviceView::of).toList(),
        new ModelName(assessment.modelVersion(), model.trainedOn()));
  }
}
