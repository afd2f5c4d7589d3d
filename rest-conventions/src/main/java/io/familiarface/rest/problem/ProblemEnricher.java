package io.familiarface.rest.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import io.familiarface.database.ConcurrentUpdate;
import io.familiarface.database.DatabaseUnavailable;
import io.familiarface.rest.logging.WithoutWords;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Gives problems made by the libraries a type and a helpful detail, and hides what is inside an
 * unexpected error behind an id that stands in the log.
 */
@ApplicationScoped
class ProblemEnricher implements ProblemPostProcessor {
  private static final Logger LOG = Logger.getLogger(ProblemEnricher.class);
  private static final String RETRY_AFTER = "Retry-After";
  private static final int USUAL_PAUSE = 2;

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    int status = problem.getStatusCode();
    if (status == 500 && DatabaseUnavailable.isCauseOf(context.cause)) {
      LOG.warnf("The database is not available: %s", WithoutWords.kind(context.cause));
      return CommonProblem.UNAVAILABLE
          .start()
          .withDetail(
              "The database is busy or away. Try again in a moment; with an Idempotency-Key nothing"
                  + " is done twice.")
          .withHeader(RETRY_AFTER, USUAL_PAUSE)
          .build();
    }
    if (status == 500 && IdentityProviderUnavailable.isCauseOf(context.cause)) {
      LOG.warnf("No token can be checked: %s", WithoutWords.kind(context.cause));
      return CommonProblem.UNAVAILABLE
          .start()
          .withDetail("The provider of identities can't be reached. Try again in a moment.")
          .withHeader(RETRY_AFTER, 5)
          .build();
    }
    if (status == 500 && ConcurrentUpdate.isCauseOf(context.cause)) {
      return CommonProblem.CONFLICT.because(
          "Somebody changed the same thing at this very moment. Nothing was changed; read it again"
              + " and try again.");
    }
    if (status == 500) {
      String errorId = UuidCreator.getTimeOrderedEpochPlus1().toString();
      LOG.errorf(WithoutWords.of(context.cause), "Unexpected error %s", errorId);
      return CommonProblem.INTERNAL_ERROR
          .start()
          .withDetail("It has been logged. When you report it, name the errorId.")
          .with("errorId", errorId)
          .build();
    }
    if (status == 503 && problem.getHeaders().get(RETRY_AFTER) == null) {
      return apply(
          HttpProblem.builder(problem).withHeader(RETRY_AFTER, USUAL_PAUSE).build(), context);
    }
    if (problem.getType() != null) {
      return problem;
    }
    ProblemType type = CommonProblem.ofStatus(status);
    HttpProblem.Builder filled =
        HttpProblem.builder(problem).withType(type.uri()).withTitle(type.title());
    if (problem.getDetail() == null || status == 401 || status == 403 || status == 404) {
      filled.withDetail(Details.of(status));
    }
    return filled.build();
  }

  @Override
  public int priority() {
    return 50;
  }
}
