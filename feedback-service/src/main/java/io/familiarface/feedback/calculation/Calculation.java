package io.familiarface.feedback.calculation;

import java.time.Instant;
import java.util.UUID;

/**
 * A long calculation on record.
 *
 * @param question what was asked, as JSON; null where there is nothing to ask
 * @param progress from 0 to 1
 * @param doing what is being done, in words
 * @param askedBy a name, or {@code schedule}
 * @param verdict what came of it, in words; null while it runs
 * @param result what came of it, as JSON; null where nothing did
 */
public record Calculation(
    UUID id,
    Kind kind,
    State state,
    String question,
    double progress,
    String doing,
    String askedBy,
    Instant askedAt,
    Instant endedAt,
    String verdict,
    String result) {

  /** What is calculated; one of each kind runs at a time. */
  public enum Kind {
    TRAINING,
    BACK_TEST
  }

  /** How far it has come. */
  public enum State {
    RUNNING,
    /** A training: the new model is in use. */
    PROMOTED,
    /** A training: the present model stays. */
    KEPT,
    /** A back-test: the report is there. */
    DONE,
    /** It ended without a result; the verdict says why. */
    FAILED
  }
}
