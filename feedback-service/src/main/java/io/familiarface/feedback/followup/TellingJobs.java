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
 * What the customer was told belongs to the visit, which jobs-service owns: it is told at once, in
 * the name of whoever called, or nothing is recorded at all.
 */
@ApplicationScoped
class TellingJobs {
  private final TellingVisit jobs;
  private final HttpHeaders request;

  TellingJobs(@RestClient TellingVisit jobs, HttpHeaders request) {
    this.jobs = jobs;
    this.request = request;
  }

  /** Sent again it changes nothing: the key is made of the try. */
  void tell(UUID followUp, FollowUp.Try tried) {
    String key = "follow-up-" + followUp + "-" + tried.visitId() + "-" + tried.introduced();
    TellingVisit.Told told =
        new TellingVisit.Told(tried.at(), tried.introduced() ? tried.at() : null);
    try {
      jobs.told(tried.visitId(), request.getHeaderString(HttpHeaders.AUTHORIZATION), key, told);
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      if (status == 404 || status == 409) {
        throw CommonProblem.CONFLICT.because(
            "The visit is not planned any more, so she can't be told of it. Read the follow-up"
                + " again.");
      }
      throw away();
    } catch (ProcessingException e) {
      throw away();
    }
  }

  private static RuntimeException away() {
    return FeedbackProblem.NEIGHBOUR_AWAY.because(
        "jobs-service, which keeps what she was told, does not answer. Nothing was recorded: try"
            + " again soon, or record the outcome without told and introduced.");
  }
}
