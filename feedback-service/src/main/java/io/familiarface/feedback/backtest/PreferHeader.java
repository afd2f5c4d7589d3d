package io.familiarface.feedback.backtest;

import io.familiarface.rest.problem.CommonProblem;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a caller is willing to wait for an answer: {@code Prefer}, RFC 7240. */
final class PreferHeader {
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})");
  private static final Pattern ASYNC = Pattern.compile("(?:^|[,;\\s])respond-async");
  private static final Duration USUAL = Duration.ofSeconds(60);
  private static final Duration MOST = Duration.ofSeconds(120);

  private PreferHeader() {}

  static Duration wait(String prefer) {
    if (prefer == null || prefer.isBlank()) {
      return USUAL;
    }
    Matcher wait = WAIT.matcher(prefer);
    if (wait.find()) {
      Duration asked = Duration.ofSeconds(Integer.parseInt(wait.group(1)));
      return asked.compareTo(MOST) > 0 ? MOST : asked;
    }
    if (ASYNC.matcher(prefer).find()) {
      return Duration.ZERO;
    }
    throw CommonProblem.INVALID_REQUEST.because(
        "The header Prefer is understood as 'respond-async' or 'wait=' and seconds.");
  }
}
