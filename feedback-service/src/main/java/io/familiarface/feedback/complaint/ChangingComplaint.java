package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.recovery.CaseClock;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.patch.MergePatch;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A complaint is put right on paper, or goes to somebody else. */
@ApplicationScoped
class ChangingComplaint {
  private final Complaints complaints;
  private final ComplaintRules rules;
  private final ComplaintRecorder recorder;
  private final SignalIngestion ingestion;
  private final MergePatch patching;
  private final CaseClock clock;

  ChangingComplaint(
      Complaints complaints,
      ComplaintRules rules,
      ComplaintRecorder recorder,
      SignalIngestion ingestion,
      MergePatch patching,
      CaseClock clock) {
    this.complaints = complaints;
    this.rules = rules;
    this.recorder = recorder;
    this.ingestion = ingestion;
    this.patching = patching;
    this.clock = clock;
  }

  @Transactional
  Complaint change(Ref ref, String ifMatch, JsonNode patch) {
    Complaint complaint = complaints.lock(ref).orElseThrow(() -> noSuchComplaint(ref));
    ETags.requireMatch(ifMatch, complaint.id, complaint.version);
    ComplaintView viewBefore = ComplaintView.of(complaint);
    ComplaintDetails before = complaint.details;
    ComplaintPatch changed = patching.apply(ComplaintPatch.of(complaint), patch);
    ComplaintDetails after = changed.apply(before);
    boolean handedOver =
        !changed.owner().equals(complaint.owner)
            || patch.has("owner") && complaint.recovery.next().escalatedTo() != null;
    if (after.equals(before) && !handedOver) {
      return complaint;
    }
    rules.check(after);
    if (after.cause() == null && before.cause() != null && complaint.isAssessed()) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/cause", "It was found out what this is about: say what else it was.");
    }
    complaint.update(after);
    if (after.severity() != before.severity()) {
      complaint.recovery = complaint.recovery.weighed(after.severity(), clock);
    }
    if (handedOver) {
      complaint.owner = changed.owner();
      complaint.recovery = complaint.recovery.handedOver(complaint.owner);
    }
    complaints.flush();
    recorder.record(viewBefore, complaint);
    ingestion.ingest(ComplaintSignals.of(before, complaint));
    return complaint;
  }

  static RuntimeException noSuchComplaint(Ref ref) {
    return FeedbackProblem.NO_SUCH_COMPLAINT.because("There is no complaint " + ref + ".");
  }
}
