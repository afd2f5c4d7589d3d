package io.familiarface.jobs.technician;

import io.familiarface.jobs.JobsProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The rule of who is the right one for a visit: by what they can do, and when they work. */
public final class Suitability {
  private Suitability() {}

  /**
   * Whether one of the skills that may be used is among those wanted; one will do. A visit wants
   * what its usual technician has learned: a licence that ends changes who may do the work, and not
   * the work. Where nothing is wanted, everybody is the right one.
   */
  public static boolean hasSkill(Collection<String> skills, Collection<String> wanted) {
    return wanted.isEmpty() || !Collections.disjoint(skills, wanted);
  }

  /**
   * Whether a visit may begin then.
   *
   * @param hours empty when nobody has said: at any time
   * @param time null when nobody has said one: at some time of the day
   */
  public static boolean works(List<WorkingHours> hours, LocalDate day, LocalTime time) {
    return hours.isEmpty()
        || hours.stream()
            .anyMatch(
                part ->
                    time == null
                        ? part.day() == day.getDayOfWeek()
                        : part.cover(day.getDayOfWeek(), time));
  }

  /** In words, for whoever sends them. */
  public static String lacksSkill(String name, Collection<String> wanted) {
    return "%s has none of the skills of the usual technician: %s."
        .formatted(name, String.join(", ", wanted.stream().sorted().toList()));
  }

  /**
   * Refuses a visit at such a time, until somebody says why it takes place all the same.
   *
   * @param time null when nobody has said one
   */
  public static HttpProblem outsideHours(String name, LocalTime time) {
    return JobsProblem.OUTSIDE_HOURS.because(
        "%s Choose another time or somebody else, or say in override why they go all the same."
            .formatted(doesNotWork(name, time)));
  }

  /** Refuses a visit for which a licence is needed that has ended by then; as the other. */
  public static HttpProblem licenceEnded(String name) {
    return JobsProblem.LACKS_SKILL.because(
        "%s Choose another time or somebody else, or say in override why they go all the same."
            .formatted(lostLicence(name)));
  }

  /** In words, for whoever sends them. */
  public static String lostLicence(String name) {
    return "A licence by which %s was chosen has ended by then.".formatted(name);
  }

  /** In words, for whoever sends them. */
  public static String doesNotWork(String name, LocalTime time) {
    return "%s doesn't work %s.".formatted(name, time == null ? "on that day" : "at that time");
  }
}
