package io.familiarface.feedback.retention;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What calling does to whether customers stay. */
@Schema(name = "CallVerdict")
enum CallVerdict {
  /** Too few, or too little told apart from chance. */
  NOT_KNOWN_YET,
  /** Fewer leave who are called. */
  CALLING_KEEPS,
  /** More leave who are called. */
  CALLING_DRIVES_AWAY,
  /** If there is an effect, it is less than five in a hundred either way. */
  NO_EFFECT;

  static final int LEAST_IN_A_GROUP = 30;
  private static final int LEAST_CANCELLATIONS = 10;
  static final double NO_MATTER = 0.05;

  /**
   * @param cancellations by groups of equal risk
   */
  static CallVerdict of(List<Comparison> cancellations) {
    Arm called = cancellations.stream().map(Comparison::called).reduce(NOBODY, Arm::plus);
    Arm heldBack = cancellations.stream().map(Comparison::heldBack).reduce(NOBODY, Arm::plus);
    Optional<Difference> difference = Difference.ofCounts(cancellations);
    if (difference.isEmpty()
        || called.n() < LEAST_IN_A_GROUP
        || heldBack.n() < LEAST_IN_A_GROUP
        || called.sum() + heldBack.sum() < LEAST_CANCELLATIONS) {
      return NOT_KNOWN_YET;
    }
    if (difference.get().isCertain()) {
      return difference.get().estimate() < 0 ? CALLING_KEEPS : CALLING_DRIVES_AWAY;
    }
    return difference.get().isWithin(NO_MATTER) ? NO_EFFECT : NOT_KNOWN_YET;
  }

  private static final Arm NOBODY = Arm.ofCount(0, 0);
}
