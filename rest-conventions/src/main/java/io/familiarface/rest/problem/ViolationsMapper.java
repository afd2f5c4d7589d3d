package io.familiarface.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names every field that breaks a constraint by its JSON pointer. */
@Provider
@Priority(100)
public final class ViolationsMapper implements ExceptionMapper<ConstraintViolationException> {
  @Override
  public Response toResponse(ConstraintViolationException exception) {
    return explain(exception.getConstraintViolations()).toResponse();
  }

  /** One problem for all violations of one body, in the order of their pointers. */
  public static HttpProblem explain(Collection<? extends ConstraintViolation<?>> found) {
    List<Violation> violations =
        found.stream()
            .map(v -> new Violation(pointer(v.getPropertyPath()), v.getMessage()))
            .distinct()
            .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::message))
            .toList();
    Violation first = violations.get(0);
    String place = first.pointer().isEmpty() ? "The body" : first.pointer();
    String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
    return CommonProblem.INVALID_REQUEST.because(
        place + " " + first.message() + more + ".", violations);
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
        continue;
      }
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }
}
