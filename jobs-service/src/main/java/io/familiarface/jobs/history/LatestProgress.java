package io.familiarface.jobs.history;

import io.familiarface.history.Progress;

/** How far it has come, kept for whoever tells it now and then. */
final class LatestProgress implements Progress {
  private record Step(String words, long done, long of) {}

  private volatile Step now = new Step("Looking through", 0, 0);

  @Override
  public void at(String step, long done, long of) {
    now = new Step(step, done, of);
  }

  String step() {
    return now.words();
  }

  long done() {
    return now.done();
  }

  long of() {
    return now.of();
  }
}
