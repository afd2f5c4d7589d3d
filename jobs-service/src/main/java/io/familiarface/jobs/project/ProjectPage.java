package io.familiarface.jobs.project;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What a customer reads of their project: the plan, and what is next.
 *
 * @param next what is under way or comes next; null when all is done, or nothing is planned
 */
record ProjectPage(String company, String phone, String title, Step next, List<Step> steps) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  /**
   * A step in words.
   *
   * @param when such as "Monday 7 December to Friday 11 December"
   * @param progress DONE, UNDER_WAY or TO_COME
   * @param who null when nobody is named
   * @param after the titles of the steps before it, in a row; null if it needs none
   */
  record Step(
      int number,
      String title,
      String whatToExpect,
      String when,
      Progress progress,
      Who who,
      String supplier,
      String after) {

    public boolean isDone() {
      return progress == Progress.DONE;
    }

    public boolean isUnderWay() {
      return progress == Progress.UNDER_WAY;
    }
  }

  enum Progress {
    DONE,
    UNDER_WAY,
    TO_COME
  }

  /**
   * Who comes.
   *
   * @param photo as a {@code data:} address; null without one
   */
  record Who(String name, String introduction, String photo) {}

  /** The steps of a project in the order in which they are done. */
  static ProjectPage of(
      String company,
      String phone,
      String title,
      List<ProjectStep> steps,
      Map<UUID, Who> people,
      LocalDate today) {
    List<Step> inOrder =
        steps.stream()
            .sorted(
                Comparator.<ProjectStep, LocalDate>comparing(step -> step.startsOn)
                    .thenComparing(step -> step.number))
            .map(step -> step(step, steps, people, today))
            .toList();
    return new ProjectPage(
        company,
        phone,
        title,
        inOrder.stream().filter(step -> !step.isDone()).findFirst().orElse(null),
        inOrder);
  }

  private static Step step(
      ProjectStep step, List<ProjectStep> all, Map<UUID, Who> people, LocalDate today) {
    List<String> before =
        all.stream()
            .filter(other -> step.afterSteps.contains(other.number))
            .map(other -> other.title)
            .toList();
    return new Step(
        step.number,
        step.title,
        step.whatToExpect,
        when(step),
        progress(step, today),
        step.technicianId == null ? null : people.get(step.technicianId),
        step.supplier,
        before.isEmpty() ? null : String.join(", ", before));
  }

  private static String when(ProjectStep step) {
    String first = DAY.format(step.startsOn);
    return step.endsOn.equals(step.startsOn) ? first : first + " to " + DAY.format(step.endsOn);
  }

  private static Progress progress(ProjectStep step, LocalDate today) {
    if (step.endsOn.isBefore(today)) {
      return Progress.DONE;
    }
    return step.startsOn.isAfter(today) ? Progress.TO_COME : Progress.UNDER_WAY;
  }
}
