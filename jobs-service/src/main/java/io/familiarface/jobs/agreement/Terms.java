package io.familiarface.jobs.agreement;

import io.familiarface.rest.Money;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/**
 * The part of an agreement that may be agreed on anew.
 *
 * @param visitAt null while nobody has said at what time of the day
 * @param windowMinutes null while nobody has said one
 * @param price of a visit; null while nobody knows it
 */
public record Terms(
    String program,
    String recurrence,
    LocalTime visitAt,
    Integer windowMinutes,
    List<String> checklist,
    Money price) {

  /** Half a day, in minutes. */
  public static final int LONGEST_WINDOW = 720;

  public static final int LONGEST_CHECKLIST = 30;

  public static final int LONGEST_ITEM = 200;

  static final String CHECKLIST =
      "What is to be done at each visit; each visit has a copy to tick.";
  static final String CHECKLIST_EXAMPLE = "[\"Bait stations refilled\"]";

  static final String WINDOW =
      "For how many minutes from the time of a visit on whoever comes may arrive; null while nobody"
          + " has said a window.";

  public Terms {
    checklist = checklist == null ? List.of() : checklist;
  }

  /** Whether these terms lead to the same visits as others. */
  boolean plansLike(Terms other) {
    return recurrence.equals(other.recurrence)
        && Objects.equals(visitAt, other.visitAt)
        && Objects.equals(windowMinutes, other.windowMinutes)
        && checklist.equals(other.checklist);
  }

  /** Equal by what they mean: 89 and 89.00 are one price. */
  boolean isEquivalentTo(Terms other) {
    return program.equals(other.program) && plansLike(other) && isSamePrice(price, other.price);
  }

  private static boolean isSamePrice(Money one, Money other) {
    return one == null || other == null
        ? one == other
        : one.amount().compareTo(other.amount()) == 0
            && Objects.equals(one.currency(), other.currency());
  }
}
