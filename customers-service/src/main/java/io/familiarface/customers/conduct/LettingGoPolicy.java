package io.familiarface.customers.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a company tries before it lets a customer go.
 *
 * @param retentionAttempts so many documented attempts to keep the customer
 * @param managerTalks so many talks with a manager
 * @param writtenWarnings so many written warnings
 * @param days so many whole days since the first of all these
 */
record LettingGoPolicy(int retentionAttempts, int managerTalks, int writtenWarnings, int days) {

  /** What was tried, and when. */
  public record Attempt(ConductKind kind, Instant at) {}

  /** What is asked for. */
  @Schema(name = "LettingGoRequirement")
  public enum Requirement {
    RETENTION_ATTEMPT,
    MANAGER_TALK,
    WRITTEN_WARNING,
    /** Whole days since the first attempt, talk or warning. */
    DAYS
  }

  /** So many are there of so many that are needed. */
  @Schema(name = "MissingAttempts")
  public record Missing(Requirement kind, long have, long need) {}

  /** What is still missing at some instant; empty when the policy is met. */
  List<Missing> missing(List<Attempt> attempts, Instant now) {
    List<Missing> missing = new ArrayList<>();
    count(Requirement.RETENTION_ATTEMPT, ConductKind.RETENTION_ATTEMPT, retentionAttempts, attempts)
        .ifPresent(missing::add);
    count(Requirement.MANAGER_TALK, ConductKind.MANAGER_TALK, managerTalks, attempts)
        .ifPresent(missing::add);
    count(Requirement.WRITTEN_WARNING, ConductKind.WRITTEN_WARNING, writtenWarnings, attempts)
        .ifPresent(missing::add);
    long passed = daysSinceFirst(attempts, now);
    if (passed < days) {
      missing.add(new Missing(Requirement.DAYS, passed, days));
    }
    return missing;
  }

  private static Optional<Missing> count(
      Requirement requirement, ConductKind kind, int need, List<Attempt> attempts) {
    long have = attempts.stream().filter(attempt -> attempt.kind() == kind).count();
    return have < need ? Optional.of(new Missing(requirement, have, need)) : Optional.empty();
  }

  private static long daysSinceFirst(List<Attempt> attempts, Instant now) {
    return attempts.stream()
        .map(Attempt::at)
        .min(Comparator.naturalOrder())
        .map(first -> Math.max(0, Duration.between(first, now).toDays()))
        .orElse(0L);
  }
}
