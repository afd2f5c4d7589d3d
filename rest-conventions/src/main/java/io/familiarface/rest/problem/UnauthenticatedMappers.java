package io.familiarface.rest.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * A call without a valid token is a 401. The mappers of quarkus-resteasy-problem 3.21 read the
 * challenge out of a field that Quarkus no longer has, and would make it a 500.
 */
final class UnauthenticatedMappers {
  private static final int BEFORE_THE_LIBRARIES = 100;

  private UnauthenticatedMappers() {}

  @Provider
  @Priority(BEFORE_THE_LIBRARIES)
  public static final class NoToken extends ExceptionMapperBase<UnauthorizedException> {
    @Override
    protected HttpProblem toProblem(UnauthorizedException refusal) {
      return unauthenticated();
    }
  }

  @Provider
  @Priority(BEFORE_THE_LIBRARIES)
  public static final class BadToken extends ExceptionMapperBase<AuthenticationFailedException> {
    @Override
    protected HttpProblem toProblem(AuthenticationFailedException refusal) {
      return unauthenticated();
    }
  }

  private static HttpProblem unauthenticated() {
    return HttpProblem.builder()
        .withStatus(Response.Status.UNAUTHORIZED)
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }
}
