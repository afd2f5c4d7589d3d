package io.familiarface.rest.feed;

/** While derived state is rebuilt from old events, nothing is published again. */
final class PublishingSuppressed {
  private static final ThreadLocal<Boolean> ACTIVE = ThreadLocal.withInitial(() -> false);

  private PublishingSuppressed() {}

  static boolean isActive() {
    return ACTIVE.get();
  }

  static void during(boolean rebuilding, Runnable work) {
    ACTIVE.set(rebuilding);
    try {
      work.run();
    } finally {
      ACTIVE.remove();
    }
  }
}
