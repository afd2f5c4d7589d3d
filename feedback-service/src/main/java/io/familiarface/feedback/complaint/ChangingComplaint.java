package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.patch.MergePatch;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;

/** A complaint is settled, comes back, or is put right on paper. */
@ApplicationScoped
class ChangingComplaint {
  private final Complaints complaints;
  private final ComplaintRules rules;
  private final ComplaintRecorder recorder;
  private final SignalIngestion ingestion;
  private final MergePatch patching;
  private final BusinessTime time;

  ChangingComplaint(
      Complaints complaints,
      ComplaintRules rules,
      ComplaintRecorder recorder,
      SignalIngestion ingestion,
      MergePatch patching,
      BusinessTime time) {
    this.complaints = complaints;
    this.rules = rules;
    this.recorder = recorder;
    this.ingestion = ingestion;
    this.patching = patching;
    this.time = time;
  }

  @Transactional
  Complaint change(Ref ref, String ifMatch, JsonNode patch) {
    Complaint complaint = complaints.lock(ref).orElseThrow(() -> noSuchComplaint(ref));
    ETags.requireMatch(ifMatch, complaint.id, complaint.version);
    ComplaintView viewBefore = ComplaintView.of(complaint);
    ComplaintDetails before = complaint.details;
    ComplaintDetails after = patching.apply(ComplaintPatch.of(before), patch).apply(before);
    if (!complaint.update(after)) {
      return complaint;
    }
    mayRecord(before.resolvedAt(), after.resolvedAt(), "/resolvedAt");
    mayRecord(before.reopenedAt(), after.reopenedAt(), "/reopenedAt");
    rules.check(after);
    complaints.flush();
    recorder.record(viewBefore, complaint);
    ingestion.ingest(ComplaintSignals.of(before, complaint));
    return complaint;
  }

  private void mayRecord(Instant before, Instant after, String pointer) {
    if (after != null && !Objects.equals(before, after)) {
      time.mayRecord(after, pointer);
    }
  }

  static RuntimeException noSuchComplaint(Ref ref) {
    return FeedbackProblem.NO_SUCH_COMPLAINT.because("There is no complaint " + ref + ".");
  }
}
