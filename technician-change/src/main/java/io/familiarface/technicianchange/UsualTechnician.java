package io.familiarface.technicianchange;

/**
 * Whom the customer of an agreement knows as theirs: the agreement's own technician, until somebody
 * comes for good. Walk an agreement's completed visits in order of time, one {@link #after} the
 * other; each step is O(1). A late or corrected visit walks that agreement again.
 *
 * <p>What is declared wins. Only silence is interpreted: a newcomer of unknown permanence is a
 * change once; if the plan of a later visit names them as the one whom the agreement sends, or they
 * come again with no other plan and no reason given, they have become usual as of that visit, which
 * is no change. The return of the usual technician ends their claim.
 *
 * @param <T> what technicians are known by
 * @param usual null as long as the agreement names nobody and nobody has come
 * @param unconfirmed the last newcomer of unknown permanence, or null
 */
public record UsualTechnician<T>(T usual, T unconfirmed) {

  /** At the start of an agreement; null when it names nobody, then whoever comes first is usual. */
  public static <T> UsualTechnician<T> startingWith(T technician) {
    return new UsualTechnician<>(technician, null);
  }

  /**
   * One step.
   *
   * @param usual who is usual afterwards
   * @param expected in whose place somebody came; null when nobody was usual
   */
  public record Step<T>(UsualTechnician<T> usual, VisitOutcome outcome, T expected) {}

  /** What a completed visit was, and what it makes of who is usual. */
  public Step<T> after(CompletedVisit<T> visit) {
    T expected = expectedBy(visit);
    VisitOutcome outcome = outcomeOf(visit, expected);
    return new Step<>(next(visit, expected, outcome), outcome, expected);
  }

  /** What a visit would be, without taking the step. */
  public VisitOutcome outcomeOf(CompletedVisit<T> visit) {
    return outcomeOf(visit, expectedBy(visit));
  }

  private VisitOutcome outcomeOf(CompletedVisit<T> visit, T expected) {
    if (expected == null || expected.equals(visit.came()) || visit.came().equals(usual)) {
      return VisitOutcome.BY_USUAL;
    }
    boolean forGood = visit.permanence() == Permanence.FOR_GOOD;
    if (visit.requestedByCustomer()) {
      return forGood ? VisitOutcome.REQUESTED_FOR_GOOD : VisitOutcome.REQUESTED_ONCE;
    }
    return forGood && visit.toldBefore() && visit.introducedBefore()
        ? VisitOutcome.HANDED_OVER
        : VisitOutcome.TECHNICIAN_CHANGE;
  }

  /** Who should have come: the usual technician, or the newcomer whom this visit confirms. */
  public T expectedBy(CompletedVisit<T> visit) {
    return unconfirmed != null && unconfirmed.equals(visit.plannedAsFarAsKnown())
        ? unconfirmed
        : usual;
  }

  private UsualTechnician<T> next(CompletedVisit<T> visit, T expected, VisitOutcome outcome) {
    if (!outcome.isSubstitution()) {
      T confirmed = usual == null || expected.equals(visit.came()) ? visit.came() : usual;
      return unconfirmed == null && confirmed.equals(usual)
          ? this
          : new UsualTechnician<>(confirmed, null);
    }
    UsualTechnician<T> settled =
        new UsualTechnician<>(expected, expected.equals(unconfirmed) ? null : unconfirmed);
    return switch (visit.permanence()) {
      case FOR_GOOD -> settled.handedOverTo(visit.came());
      case THIS_VISIT -> settled;
      case UNKNOWN -> new UsualTechnician<>(expected, visit.came());
    };
  }

  private UsualTechnician<T> handedOverTo(T newcomer) {
    return new UsualTechnician<>(newcomer, newcomer.equals(unconfirmed) ? null : unconfirmed);
  }
}
