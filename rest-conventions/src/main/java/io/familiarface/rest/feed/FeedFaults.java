package io.familiarface.rest.feed;

import io.familiarface.feed.CursorGoneException;
import io.familiarface.feed.FeedException;
import io.familiarface.feed.InvalidPollException;
import io.familiarface.feed.MalformedCursorException;
import io.familiarface.feed.UnknownFeedException;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Says what is wrong with a poll. */
@Provider
public class FeedFaults implements ExceptionMapper<FeedException> {
  @Override
  public Response toResponse(FeedException fault) {
    return explain(fault).toResponse();
  }

  private static HttpProblem explain(FeedException fault) {
    if (fault instanceof MalformedCursorException) {
      return CommonProblem.INVALID_CURSOR.at(
          "?lastEventId", "lastEventId is the id of an event of this feed, or nothing.");
    }
    if (fault instanceof InvalidPollException poll) {
      return CommonProblem.INVALID_REQUEST.at("?" + poll.parameter(), poll.getMessage());
    }
    if (fault instanceof CursorGoneException) {
      return CommonProblem.GONE.because(
          "The feed has not come that far: it was restored or is another one. Start from the"
              + " beginning.");
    }
    if (fault instanceof UnknownFeedException) {
      return CommonProblem.NOT_FOUND.because("This service publishes no such feed.");
    }
    return CommonProblem.INVALID_REQUEST.because(fault.getMessage());
  }
}
