package io.familiarface.rest.bulk;

import java.util.List;

/** The database or a neighbour stayed away in the middle of an import; what is in stays in. */
final class ImportStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<LineReport> done;

  ImportStopped(List<LineReport> done, Throwable why) {
    super(why);
    this.done = done;
  }

  /** The lines of the chunk that were applied or refused before. */
  List<LineReport> done() {
    return done;
  }
}
