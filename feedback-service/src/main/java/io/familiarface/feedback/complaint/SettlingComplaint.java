package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.TakingNews;
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
class SettlingComplaint {
  private final ComplaintStore store;
  private final KeepingComplaints keeping;
  private final TakingNews news;
  private final MergePatch patching;
  private final BusinessTime time;

  SettlingComplaint(
      ComplaintStore store,
      KeepingComplaints keeping,
      TakingNews news,
      MergePatch patching,
      BusinessTime time) {
    this.store = store;
    this.keeping = keeping;
    this.news = news;
    this.patching = patching;
    this.time = time;
  }

  @Transactional
  Complaint change(Ref ref, String ifMatch, JsonNode patch) {
    Complaint before = store.lock(ref).orElseThrow(() -> noSuchComplaint(ref));
    ETags.requireMatch(ifMatch, before.revision());
    Complaint after = patching.apply(ComplaintPatch.of(before), patch).applied(before);
    if (after == before) {
      return before;
    }
    mayRecord(before.resolvedAt(), after.resolvedAt(), "/resolvedAt");
    mayRecord(before.reopenedAt(), after.reopenedAt(), "/reopenedAt");
    keeping.keep(before, after);
    news.take(ComplaintSignals.of(before, after));
    return after;
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
