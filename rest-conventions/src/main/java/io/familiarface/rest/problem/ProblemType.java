package io.familiarface.rest.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A kind of refusal, with a stable slug that clients may rely on. Each service keeps its own in one
 * enum.
 */
public interface ProblemType {
  /** The name of the constant, upper-case with underscores. */
  String name();

  /** Stable and lower-case with hyphens, such as {@code visit-already-completed}. */
  default String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same short sentence every time, without a full stop. */
  String title();

  /** The HTTP status. */
  int status();

  /** A refusal to throw, with what went wrong this time and what to do next. */
  default HttpProblem because(String detail) {
    return start().withDetail(detail).build();
  }

  /** A refusal that names the field at fault by a JSON pointer into the request body. */
  default HttpProblem at(String pointer, String message) {
    return because(message, List.of(new Violation(pointer, message)));
  }

  /** A refusal that names several fields at fault. */
  default HttpProblem because(String detail, List<Violation> violations) {
    return start().withDetail(detail).with("violations", violations).build();
  }

  /** For further members or headers. */
  default HttpProblem.Builder start() {
    return HttpProblem.builder().withType(uri()).withTitle(title()).withStatus(status());
  }

  default URI uri() {
    return URI.create("urn:familiar-face:problem:" + slug());
  }
}
