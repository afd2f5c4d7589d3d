package io.familiarface.rest.feed;

/** While derived state is rebuilt from old events, nobody is told again. */
final class Silence {
  private static final ThreadLocal<Boolean> KEPT = ThreadLocal.withInitial(() -> false);

  private Silence() {}

  static boolean isKept() {
    return KEPT.get();
  }

  static void keep(boolean silent, Runnable work) {
    KEPT.set(silent);
    try {
      work.run();
    } finally {
      KEPT.remove();
    }
  }
}
