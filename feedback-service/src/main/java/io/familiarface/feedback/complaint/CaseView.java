package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A complaint with the steps that were taken to mend it, in the order in which they were.
 *
 * @param answers what the customer answered on their own page, in order
 * @param customerName as they like to be called; null while this service has not heard of them
 */
@Schema(name = "ComplaintCase")
record CaseView(
    @JsonUnwrapped ComplaintView complaint,
    String customerName,
    List<CaseStepView> steps,
    List<CaseAnswerView> answers) {}
