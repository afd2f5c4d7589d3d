package io.familiarface.risk.explain;

import io.familiarface.risk.finding.Finding;
import io.familiarface.risk.model.Feature;
import io.familiarface.risk.model.Hazard;
import io.familiarface.risk.reason.FindingLevel;
import io.familiarface.risk.reason.Reason;
import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.state.AgreementState;
import io.familiarface.risk.state.CustomerState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why the risk is what it is: the largest contributions to this customer's log-odds against a
 * typical customer, each told in the words of the rule that speaks of it. What does not raise the
 * risk is no reason; only what raises a flag is named even where the company's history gives it no
 * weight, for it is why the customer is looked at.
 */
public final class RiskExplainer {

  /** What adds less than this to the log-odds is not worth a sentence. */
  private static final double WORTH_SAYING = 0.05;

  private final Hazard hazard;

  public RiskExplainer(Hazard hazard) {
    this.hazard = hazard;
  }

  public List<Reason> of(CustomerState state, long now, List<Finding> findings, Wording wording) {
    var weights = weights(state, now);
    if (findings.stream().anyMatch(one -> one.code() == ReasonCode.REPEATED_TECHNICIAN_CHANGES)) {
      merge(weights, ReasonCode.TECHNICIAN_CHANGE, ReasonCode.REPEATED_TECHNICIAN_CHANGES);
      merge(weights, ReasonCode.REPEATED_FAILURE, ReasonCode.REPEATED_TECHNICIAN_CHANGES);
    }
    var reasons = new ArrayList<Reason>();
    for (var finding : findings) {
      var weight = weights.remove(finding.code());
      var rounded = weight == null ? 0 : round(weight);
      if (rounded > 0 || finding.level() == FindingLevel.FLAG) {
        reasons.add(
            new Reason(
                finding.code(),
                finding.level(),
                rounded,
                finding.text().apply(wording),
                finding.evidence()));
      }
    }
    weights.forEach(
        (code, weight) -> {
          if (weight >= WORTH_SAYING) {
            reasons.add(ModelReasons.reason(code, round(weight), state, wording));
          }
        });
    reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
    return reasons;
  }

  private Map<ReasonCode, Double> weights(CustomerState state, long now) {
    var weights = new EnumMap<ReasonCode, Double>(ReasonCode.class);
    var x = hazard.features(state, servedLast(state), now);
    for (var feature : Feature.values()) {
      if (feature.reason() != null) {
        weights.merge(feature.reason(), hazard.contribution(feature, x), Double::sum);
      }
    }
    return weights;
  }

  /** The agreement that the reasons speak of: the running one that was served last. */
  private static AgreementState servedLast(CustomerState state) {
    return state.agreements().stream()
        .max(
            Comparator.comparing(AgreementState::active)
                .thenComparing(AgreementState::lastOccasionAt))
        .orElse(null);
  }

  private static void merge(Map<ReasonCode, Double> weights, ReasonCode from, ReasonCode into) {
    var weight = weights.remove(from);
    if (weight != null) {
      weights.merge(into, weight, Double::sum);
    }
  }

  private static double round(double weight) {
    return Math.round(weight * 100) / 100.0;
  }
}
