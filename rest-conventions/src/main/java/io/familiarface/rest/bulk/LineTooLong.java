package io.familiarface.rest.bulk;

import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;

final class LineTooLong {
  private LineTooLong() {}

  static HttpProblem line(int limit) {
    return CommonProblem.BODY_TOO_LARGE.because(
        "A line may have at most " + limit / 1024 + " KiB; this one is longer.");
  }
}
