package io.familiarface.history;

/** Hears how far the work is; called often, so be quick. */
public interface Progress {
  Progress SILENT = (step, done, of) -> {};

  /**
   * @param step in plain words, such as "Reading"
   * @param done bytes or lines
   * @param of the whole, never less than done
   */
  void at(String step, long done, long of);
}
