package io.familiarface.risk.reason;

import java.util.List;

/**
 * Why the risk is what it is.
 *
 * @param level what the rules say of it, or null when only the model sees it
 * @param weight its part in the log-odds, against a typical customer of the company
 */
public record Reason(
    ReasonCode code, FindingLevel level, double weight, String text, List<Evidence> evidence) {

  public Reason {
    evidence = List.copyOf(evidence);
  }
}
