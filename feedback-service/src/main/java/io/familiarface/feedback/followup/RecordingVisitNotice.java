package io.familiarface.feedback.followup;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * What the customer was told belongs to the visit, which jobs-service owns: it is recorded there at
 * once, in the name of whoever called, or nothing is recorded at all.
 */
@ApplicationScoped
class RecordingVisitNotice {
  private final VisitNoticeApi jobs;
  private final HttpHeaders request;

  RecordingVisitNotice(@RestClient VisitNoticeApi jobs, HttpHeaders request) {
    this.jobs = jobs;
    this.request = request;
  }

  /** Sent again it changes nothing: the key is made of the call. */
  void record(UUID followUp, UUID visit, FollowUpOutcomeView outcome) {
    String key = "follow-up-" + followUp + "-" + visit + "-" + outcome.introduced();
    VisitNoticeApi.VisitNotice notice =
        new VisitNoticeApi.VisitNotice(outcome.at(), outcome.introduced() ? outcome.at() : null);
    try {
      jobs.record(visit, request.getHeaderString(HttpHeaders.AUTHORIZATION), key, notice);
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      if (status == 404 || status == 409) {
        throw CommonProblem.CONFLICT.because(
            "The visit is not planned any more, so there is nothing to tell of. Read the follow-up"
                + " again.");
      }
      throw away();
    } catch (ProcessingException e) {
      throw away();
    }
  }

  private static RuntimeException away() {
    return FeedbackProblem.NEIGHBOUR_AWAY.because(
        "jobs-service, which keeps what customers were told, does not answer. Nothing was recorded: try"
            + " again soon, or record the outcome without told and introduced.");
  }
}
