package io.familiarface.jobs.substitute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who could come to a visit, and what speaks for it. A face the customer knows outweighs
 * everything else, because a strange one is what drives customers away.
 *
 * @param visitsHere completed visits to this customer
 * @param skillsShared the skills shared with the technician planned
 * @param skillsWanted how many skills the technician planned has
 * @param visitsThatDay visits already planned on the day
 */
public record SubstituteCandidate(
    UUID technicianId,
    String externalId,
    String name,
    int visitsHere,
    LocalDate lastHereOn,
    boolean sameBranch,
    Set<String> skillsShared,
    int skillsWanted,
    int visitsThatDay) {
  private static final int KNOWN_FACE = 50;
  private static final int EACH_VISIT = 4;
  private static final int MOST_VISITS_COUNTED = 10;
  private static final int ALL_SKILLS = 30;
  private static final int SAME_BRANCH = 10;
  private static final int EACH_OTHER_VISIT = 3;

  /** Higher is better; the number itself means nothing outside one ranking. */
  public int score() {
    int known =
        visitsHere == 0 ? 0 : KNOWN_FACE + EACH_VISIT * Math.min(visitsHere, MOST_VISITS_COUNTED);
    int skilled = skillsWanted == 0 ? ALL_SKILLS : ALL_SKILLS * skillsShared.size() / skillsWanted;
    return known + skilled + (sameBranch ? SAME_BRANCH : 0) - EACH_OTHER_VISIT * visitsThatDay;
  }

  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        visitsHere == 0
            ? "Has never been to this customer: tell and introduce beforehand."
            : "The customer knows %s: %d %s, the last on %s."
                .formatted(name, visitsHere, visitsHere == 1 ? "visit" : "visits", lastHereOn));
    if (skillsWanted > 0) {
      reasons.add(
          skillsShared.size() == skillsWanted
              ? "Has all the skills of the technician planned."
              : "Has %d of the %d skills of the technician planned."
                  .formatted(skillsShared.size(), skillsWanted));
    }
    if (sameBranch) {
      reasons.add("Works in the customer's branch.");
    }
    reasons.add(
        visitsThatDay == 0
            ? "Has no other visit that day."
            : "Has %d other %s that day."
                .formatted(visitsThatDay, visitsThatDay == 1 ? "visit" : "visits"));
    return reasons;
  }
}
