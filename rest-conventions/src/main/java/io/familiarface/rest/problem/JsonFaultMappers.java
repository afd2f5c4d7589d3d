package io.familiarface.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Route every way in which a JSON body can be wrong to {@link JsonFaults}. JAX-RS looks for the
 * nearest class first, hence one mapper for each class that has a mapper in the libraries.
 */
final class JsonFaultMappers {
  private static final int BEFORE_THE_LIBRARIES = 100;

  private JsonFaultMappers() {}

  @Provider
  @Priority(BEFORE_THE_LIBRARIES)
  public static final class AnyJson implements ExceptionMapper<JsonProcessingException> {
    @Override
    public Response toResponse(JsonProcessingException fault) {
      return JsonFaults.explain(fault).toResponse();
    }
  }

  @Provider
  @Priority(BEFORE_THE_LIBRARIES)
  public static final class Mismatched implements ExceptionMapper<MismatchedInputException> {
    @Override
    public Response toResponse(MismatchedInputException fault) {
      return JsonFaults.explain(fault).toResponse();
    }
  }

  @Provider
  @Priority(BEFORE_THE_LIBRARIES)
  public static final class Unrecognized implements ExceptionMapper<UnrecognizedPropertyException> {
    @Override
    public Response toResponse(UnrecognizedPropertyException fault) {
      return JsonFaults.explain(fault).toResponse();
    }
  }

  @Provider
  @Priority(BEFORE_THE_LIBRARIES)
  public static final class Unformatted implements ExceptionMapper<InvalidFormatException> {
    @Override
    public Response toResponse(InvalidFormatException fault) {
      return JsonFaults.explain(fault).toResponse();
    }
  }

  /** The JSON reader wraps syntax errors in a bare 400. */
  @Provider
  @Priority(BEFORE_THE_LIBRARIES)
  public static final class Wrapped implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException fault) {
      return unwrapped(fault);
    }
  }

  /** A parameter that its converter refuses is wrapped in a bare 404. */
  @Provider
  @Priority(BEFORE_THE_LIBRARIES)
  public static final class WrappedAsNotFound implements ExceptionMapper<NotFoundException> {
    @Override
    public Response toResponse(NotFoundException fault) {
      return unwrapped(fault);
    }
  }

  private static Response unwrapped(WebApplicationException fault) {
    for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpProblem problem) {
        return problem.toResponse();
      }
      if (cause instanceof JsonProcessingException json) {
        return JsonFaults.explain(json).toResponse();
      }
    }
    Response answer = fault.getResponse();
    int status = answer.getStatus();
    if (status < 400 || answer.hasEntity()) {
      return answer;
    }
    HttpProblem.Builder problem =
        CommonProblem.ofStatus(status).start().withStatus(status).withDetail(Details.of(status));
    if (status == 405) {
      problem.withHeader(HttpHeaders.ALLOW, AllowedMethods.here());
    }
    answer
        .getStringHeaders()
        .forEach((name, values) -> problem.withHeader(name, String.join(", ", values)));
    return problem.build().toResponse();
  }
}
