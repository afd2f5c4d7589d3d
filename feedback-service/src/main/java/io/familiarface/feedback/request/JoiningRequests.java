package io.familiarface.feedback.request;

import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.history.HistoriesMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who was known as two customers was asked under either name: within a day that is one
 * asking. The earlier stands for it; the later stays on record as a part of it, and asks nothing.
 */
@ApplicationScoped
class JoiningRequests {
  private final FeedbackRequests requests;
  private final SignalIngestion ingestion;

  JoiningRequests(FeedbackRequests requests, SignalIngestion ingestion) {
    this.requests = requests;
    this.ingestion = ingestion;
  }

  void join(@Observes HistoriesMerged merged) {
    List<FeedbackRequest> joined = new ArrayList<>();
    FeedbackRequest first = null;
    for (FeedbackRequest request : requests.countedOf(merged.customer())) {
      if (first != null && request.at.isBefore(first.at.plus(AskingForFeedback.ONE_ASKING))) {
        request.becomePartOf(first);
        joined.add(request);
      } else {
        first = request;
      }
    }
    if (!joined.isEmpty()) {
      requests.flush();
      ingestion.ingest(joined.stream().map(FeedbackRequest::toChange).toList());
    }
  }
}
