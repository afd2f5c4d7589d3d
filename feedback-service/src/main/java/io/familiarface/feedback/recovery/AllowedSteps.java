package io.familiarface.feedback.recovery;

import static io.familiarface.feedback.recovery.CaseState.ASSESSED;
import static io.familiarface.feedback.recovery.CaseState.AWAITING_APPROVAL;
import static io.familiarface.feedback.recovery.CaseState.CLOSED;
import static io.familiarface.feedback.recovery.CaseState.LOST;
import static io.familiarface.feedback.recovery.CaseState.OWNED;
import static io.familiarface.feedback.recovery.CaseState.REBUILDING;
import static io.familiarface.feedback.recovery.CaseState.RECEIVED;
import static io.familiarface.feedback.recovery.CaseState.REMEDIED;
import static io.familiarface.feedback.recovery.CaseState.REMEDY_AGREED;
import static io.familiarface.feedback.recovery.CaseStep.APOLOGY;
import static io.familiarface.feedback.recovery.CaseStep.APPROVAL;
import static io.familiarface.feedback.recovery.CaseStep.ASSESSMENT;
import static io.familiarface.feedback.recovery.CaseStep.CHECK_IN;
import static io.familiarface.feedback.recovery.CaseStep.CLOSURE;
import static io.familiarface.feedback.recovery.CaseStep.DELIVERY;
import static io.familiarface.feedback.recovery.CaseStep.REMEDY;
import static io.familiarface.feedback.recovery.CaseStep.REOPENING;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The law of the recovery case on one page: which step may be taken in which state. */
public final class AllowedSteps {

  /** The first is the one that is due. */
  private static final Map<CaseState, List<CaseStep>> ALLOWED =
      new EnumMap<>(
          Map.of(
              RECEIVED, List.of(ASSESSMENT),
              ASSESSED, List.of(APOLOGY),
              OWNED, List.of(REMEDY),
              // Who can't have the approval may agree on something else.
              AWAITING_APPROVAL, List.of(APPROVAL, REMEDY),
              REMEDY_AGREED, List.of(DELIVERY),
              REMEDIED, List.of(CHECK_IN),
              REBUILDING, List.of(CHECK_IN, CLOSURE),
              CLOSED, List.of(REOPENING),
              LOST, List.of(REOPENING)));

  /** From a complaint to its end, where nothing has to be approved and nothing comes back. */
  private static final List<CaseStep> WAY =
      List.of(ASSESSMENT, APOLOGY, REMEDY, DELIVERY, CHECK_IN, CLOSURE);

  private AllowedSteps() {}

  /** What is to be done next. */
  public static CaseStep next(CaseState state) {
    return ALLOWED.get(state).get(0);
  }

  public static boolean isAllowed(CaseState state, CaseStep step) {
    return ALLOWED.get(state).contains(step);
  }

  /** What is missing before a step that is not allowed may be taken, in the order of doing it. */
  public static List<CaseStep> needs(CaseState state, CaseStep step) {
    CaseStep next = next(state);
    int from = WAY.indexOf(next == APPROVAL ? DELIVERY : next);
    int to = WAY.indexOf(step);
    if (from < 0 || to <= from) {
      return List.of(next);
    }
    List<CaseStep> missing = WAY.subList(from, to);
    return next == APPROVAL ? prepend(APPROVAL, missing) : List.copyOf(missing);
  }

  private static List<CaseStep> prepend(CaseStep first, List<CaseStep> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }
}
