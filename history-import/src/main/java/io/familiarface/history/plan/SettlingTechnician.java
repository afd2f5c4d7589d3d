package io.familiarface.history.plan;

import io.familiarface.history.row.ParsedVisit;
import java.util.List;

/**
 * Follows who usually comes, visit after visit, knowing at each visit only what came before it:
 * else a model that learns from this history would be told the future.
 *
 * <p>Whoever came first is usual, until a change is stated to be for good, or until somebody else
 * comes three times in a row and nobody states that it was for once: their third visit is then the
 * hand-over. "The old one never came again" is not asked, because nobody could know it that day.
 *
 * <p>It stands apart from the module technician-change because it decides what is written as a
 * visit's permanence before that rule is asked, and that rule would settle on the second visit.
 */
final class SettlingTechnician {
  private static final int VISITS_THAT_SETTLE = 3;
  private static final String FOR_GOOD = "FOR_GOOD";

  /**
   * @param came null when nobody is named
   * @param planned whom the agreement would have sent, only where the file states a change
   * @param permanence as stated, or FOR_GOOD by the rule above, or null for unknown
   * @param settled whether that rule made it so
   */
  record Step(String came, String planned, String permanence, boolean settled) {}

  private String usual;
  private String newcomer;
  private int inRow;
  private String last;

  /** Who came first; null before anybody came. */
  private String starter;

  String starter() {
    return starter;
  }

  Step after(ParsedVisit visit) {
    String came = who(visit.technicians());
    if (!visit.isCompleted() || came == null) {
      return new Step(came, null, visit.change().permanence(), false);
    }
    last = came;
    if (usual == null) {
      usual = came;
      starter = came;
    }
    String planned = came.equals(usual) || !visit.change().isStated() ? null : usual;
    if (came.equals(usual)) {
      inRow = 0;
      newcomer = null;
      return new Step(came, null, visit.change().permanence(), false);
    }
    boolean stated = visit.change().permanence() != null;
    if (stated || visit.change().isForAbsence()) {
      inRow = 0;
      newcomer = null;
    } else {
      inRow = came.equals(newcomer) ? inRow + 1 : 1;
      newcomer = came;
    }
    boolean settled = inRow == VISITS_THAT_SETTLE;
    if (settled || FOR_GOOD.equals(visit.change().permanence())) {
      usual = came;
      inRow = 0;
      newcomer = null;
    }
    return new Step(came, planned, settled ? FOR_GOOD : visit.change().permanence(), settled);
  }

  /** Of a team, whoever came the last time; else whoever is usual; else whoever is named first. */
  private String who(List<String> team) {
    if (team.isEmpty()) {
      return null;
    }
    if (last != null && team.contains(last)) {
      return last;
    }
    return usual != null && team.contains(usual) ? usual : team.get(0);
  }
}
