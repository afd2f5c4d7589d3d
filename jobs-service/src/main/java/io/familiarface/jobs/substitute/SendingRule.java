package io.familiarface.jobs.substitute;

import io.familiarface.jobs.technician.Suitability;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Why somebody can't be sent to a visit; the first that holds is the one that is said. */
public enum SendingRule {
  NOT_YET_HIRED {
    @Override
    Optional<String> refuses(RosterEntry who, VisitDemand visit) {
      return when(
          who.employment().hiredOn() != null && who.employment().hiredOn().isAfter(visit.on()),
          () -> "%s starts on %s.".formatted(who.name(), who.employment().hiredOn()));
    }
  },
  LEFT {
    @Override
    Optional<String> refuses(RosterEntry who, VisitDemand visit) {
      return when(
          who.employment().leftOn() != null && who.employment().leftOn().isBefore(visit.on()),
          () -> "%s leaves the company on %s.".formatted(who.name(), who.employment().leftOn()));
    }
  },
  ABSENT {
    @Override
    Optional<String> refuses(RosterEntry who, VisitDemand visit) {
      return who.awayOn(visit.on())
          .map(away -> "%s is away until %s.".formatted(who.name(), away.until()));
    }
  },
  CUSTOMER_DECLINED {
    @Override
    Optional<String> refuses(RosterEntry who, VisitDemand visit) {
      return when(
          visit.declined().contains(who.technicianId()),
          () -> "The customer asked that somebody else comes than %s.".formatted(who.name()));
    }
  },
  LACKS_SKILL {
    @Override
    Optional<String> refuses(RosterEntry who, VisitDemand visit) {
      return when(
          !Suitability.hasSkill(who.skillsOn(visit.on()), visit.skillsWanted()),
          () -> Suitability.lacksSkill(who.name(), visit.skillsWanted()));
    }
  },
  OUTSIDE_HOURS {
    @Override
    Optional<String> refuses(RosterEntry who, VisitDemand visit) {
      LocalTime time = visit.timed() ? visit.time() : null;
      return when(
          !Suitability.works(who.hours(), visit.on(), time),
          () -> Suitability.doesNotWork(who.name(), time));
    }
  },
  AT_A_PROJECT {
    @Override
    Optional<String> refuses(RosterEntry who, VisitDemand visit) {
      return who.atStepOn(visit.on())
          .map(step -> "%s is at a project until %s.".formatted(who.name(), step.until()));
    }
  },
  DOUBLE_BOOKED {
    @Override
    Optional<String> refuses(RosterEntry who, VisitDemand visit) {
      return who.bookedAt(visit.visitId(), visit.at(), visit.length())
          .filter(other -> visit.timed())
          .map(other -> "%s is at another visit then.".formatted(who.name()));
    }
  };

  private static final Set<SendingRule> ALL = EnumSet.allOf(SendingRule.class);

  /** Why it refuses, for a person to read; empty when it doesn't. */
  abstract Optional<String> refuses(RosterEntry who, VisitDemand visit);

  /** A rule that refuses, and why. */
  public record Refusal(SendingRule rule, String reason) {}

  /** Empty for somebody who can be sent. */
  public static Optional<Refusal> refusal(RosterEntry who, VisitDemand visit) {
    return refusal(who, visit, ALL);
  }

  /** As far as these rules go. */
  public static Optional<Refusal> refusal(
      RosterEntry who, VisitDemand visit, Set<SendingRule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.refuses(who, visit).map(reason -> new Refusal(rule, reason)).stream())
        .findFirst();
  }

  private static Optional<String> when(
      boolean refused, java.util.function.Supplier<String> reason) {
    return refused ? Optional.of(reason.get()) : Optional.empty();
  }
}
