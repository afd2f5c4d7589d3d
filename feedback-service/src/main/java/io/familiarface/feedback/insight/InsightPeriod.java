package io.familiarface.feedback.insight;

import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.Instants;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Of which time an insight tells. */
public class InsightPeriod {
  private static final Duration USUAL = Duration.ofDays(365);
  private static final Duration LONGEST = Duration.ofDays(3660);

  @Parameter(
      description =
          "From this instant on; from the start of the day a year before the end if left out.",
      example = "{today-365}T00:00:00Z")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Before this instant; now if left out.")
  @QueryParam("to")
  Instant to;

  /** The whole of it. */
  record Span(Instant from, Instant to) {}

  /** Days that begin within it are read as they were counted: it begins with one where it may. */
  Span resolve(Instant now, ZoneId zone) {
    if (Instants.isFuture(to, now)) {
      throw CommonProblem.INVALID_REQUEST.at("?to", "to is an instant in the past.");
    }
    Instant end = to == null ? now : to;
    Instant start = from == null ? startOfDay(end.minus(USUAL), zone) : from;
    if (!start.isBefore(end)) {
      throw CommonProblem.INVALID_REQUEST.at("?from", "from lies before to.");
    }
    if (start.isBefore(end.minus(LONGEST))) {
      throw CommonProblem.INVALID_REQUEST.at("?from", "from lies at most ten years before to.");
    }
    return new Span(start, end);
  }

  private static Instant startOfDay(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }
}
