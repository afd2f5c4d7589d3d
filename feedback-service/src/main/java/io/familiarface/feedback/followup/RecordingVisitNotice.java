package io.familiarface.feedback.followup;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.neighbour.OutsideTransaction;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * What the customer was told belongs to the visit, which jobs-service owns: it is recorded there
 * first, in the name of whoever called, or nothing is recorded at all.
 */
@ApplicationScoped
class RecordingVisitNotice {

  private final VisitNoticeApi jobs;
  private final HttpHeaders request;

  RecordingVisitNotice(@RestClient VisitNoticeApi jobs, HttpHeaders request) {
    this.jobs = jobs;
    this.request = request;
  }

  /**
   * Asked once in a request, outside of its transaction.
   *
   * @return when the customer was told according to jobs-service
   */
  Instant record(UUID followUp, UUID visit, Instant at, boolean introduced) {
    return OutsideTransaction.ask(
        List.of("told", followUp, visit, introduced), () -> tell(followUp, visit, at, introduced));
  }

  /** Sent again it changes nothing. */
  private Instant tell(UUID followUp, UUID visit, Instant at, boolean introduced) {
    VisitNoticeApi.VisitNotice notice = new VisitNoticeApi.VisitNotice(at, introduced ? at : null);
    String key = Neighbours.key("follow-up-" + followUp + "-" + visit, notice);
    try {
      jobs.record(visit, request.getHeaderString(HttpHeaders.AUTHORIZATION), key, notice);
      return at;
    } catch (WebApplicationException e) {
      throw refused(e);
    } catch (ProcessingException e) {
      throw away(e);
    }
  }

  private static RuntimeException refused(WebApplicationException answer) {
    return switch (answer.getResponse().getStatus()) {
      case 401, 403 ->
          CommonProblem.FORBIDDEN.because(
              "jobs-service does not let you record what customers were told. Record the outcome"
                  + " without told and introduced.");
      case 400, 404, 409, 412, 422 ->
          CommonProblem.CONFLICT.because(
              "The visit is not planned any more, so there is nothing to tell of. Read the"
                  + " follow-up again.");
      default -> away(answer);
    };
  }

  private static RuntimeException away(Exception failure) {
    return FeedbackProblem.NEIGHBOUR_AWAY
        .start()
        .withDetail(
            "jobs-service, which keeps what customers were told, does not answer. Nothing was"
                + " recorded: try again soon, or record the outcome without told and introduced.")
        .withHeader("Retry-After", Neighbours.retryAfter(failure))
        .build();
  }
}
