package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.recovery.ClosedBy;
import io.familiarface.feedback.recovery.Fault;
import io.familiarface.feedback.recovery.RemedyKind;
import io.familiarface.rest.Money;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a step put on record, as it is stored and read; what the step has no use for is null.
 *
 * @see StepBodies
 */
@Schema(
    name = "CaseStepDetails",
    description = "What a step put on record; what it has no use for is left out.")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record StepDetails(
    String cause,
    Fault fault,
    String supplier,
    String damage,
    Severity severity,
    String promisedChange,
    String askedFor,
    RemedyKind kind,
    Money amount,
    String invoice,
    Boolean approved,
    Mood mood,
    Integer trust,
    Boolean answered,
    ClosedBy closedBy,
    Boolean satisfied,
    String words) {
  static final StepDetails NONE = settled(null);

  /** Of what another system settled, whoever said so; null where it is not known. */
  static StepDetails settled(Boolean satisfied) {
    return new StepDetails(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        satisfied, null);
  }
}
