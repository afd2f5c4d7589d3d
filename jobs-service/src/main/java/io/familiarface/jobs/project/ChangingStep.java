package io.familiarface.jobs.project;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsFeeds;
import io.familiarface.jobs.notice.StepNotices;
import io.familiarface.rest.Ids;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.time.BusinessTime;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A step moves, or somebody else comes. After the walk-through the customer relies on what they
 * were told: a change of which nobody has told them is a surprise, counted and evented, and telling
 * them is somebody's task.
 */
@ApplicationScoped
class ChangingStep {
  private final Projects projects;
  private final ProjectSteps steps;
  private final PlanningProject planning;
  private final ProjectPublisher publisher;
  private final StepNotices notices;
  private final JobsFeeds feeds;
  private final AuditTrail audit;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;

  ChangingStep(
      Projects projects,
      ProjectSteps steps,
      PlanningProject planning,
      ProjectPublisher publisher,
      StepNotices notices,
      JobsFeeds feeds,
      AuditTrail audit,
      BusinessTime businessTime,
      CompanyCalendar calendar) {
    this.projects = projects;
    this.steps = steps;
    this.planning = planning;
    this.publisher = publisher;
    this.notices = notices;
    this.feeds = feeds;
    this.audit = audit;
    this.businessTime = businessTime;
    this.calendar = calendar;
  }

  /** A step as it is now, and whether its change was a surprise. */
  record Changed(ProjectStep step, boolean surprise) {}

  @Transactional
  Changed change(Ref ref, int number, String ifMatch, UnaryOperator<StepDetails> to) {
    Project read = projects.get(ref);
    ProjectStep step = steps.get(read, number);
    ETags.requireMatch(ifMatch, step.id, step.version);
    UUID expected = to.apply(step.details()).technicianId();
    planning.hold(expected);
    Project project = projects.lock(read);
    steps.readAgain(step);
    ETags.requireMatch(ifMatch, step.id, step.version);
    StepDetails before = step.details();
    StepDetails after = to.apply(before);
    if (!Objects.equals(after.technicianId(), expected)) {
      throw CommonProblem.CONFLICT.because(
          "Somebody else was sent to this step just now. Read it, and try again.");
    }
    if (after.customerToldAt() != null) {
      businessTime.mayRecord(after.customerToldAt(), "/customerToldAt");
    }
    if (after.ofStep().equals(before)) {
      if (after.customerToldAt() != null) {
        told(project, number, after);
        audit.changed(
            "step.told", "project", project.id, project.customerId, null, after.customerToldAt());
      }
      return new Changed(step, false);
    }
    if (after.movesFrom(before) || after.sendsAnother(before)) {
      planning.requireFree(project, after);
    }
    planning.requirePossible(number, after, steps.of(project));
    step.update(after);
    boolean counts =
        step.walkedThroughAt != null && (after.movesFrom(before) || after.sendsAnother(before));
    boolean untold = counts && after.customerToldAt() == null;
    List<ProjectSurprised.What> surprises =
        untold ? surprises(project, number, before, after) : List.of();
    boolean surprise = !surprises.isEmpty();
    Instant now = Instants.toMicros(businessTime.now());
    if (surprise) {
      project.surprises++;
    }
    publisher.publish(project);
    if (surprise) {
      feeds.job(
          "project.surprised",
          project.customerId,
          now,
          new ProjectSurprised(
              Ids.next(), project.id, number, project.customerId, now, surprises, project.version));
    }
    if (untold) {
      tell(project, number, before, after, now);
    } else if (after.customerToldAt() != null) {
      told(project, number, after);
    }
    audit.changed(
        surprise ? "step.changed-by-surprise" : "step.changed",
        "project",
        project.id,
        project.customerId,
        before,
        after);
    return new Changed(step, surprise);
  }

  private void told(Project project, int number, StepDetails details) {
    notices.told(
        project.id,
        List.of(now(number, details)),
        Instants.toMicros(details.customerToldAt()),
        Instants.toMicros(businessTime.now()));
  }

  private StepNotices.StepNow now(int number, StepDetails details) {
    return new StepNotices.StepNow(
        number, details.technicianId(), calendar.startOf(details.startsOn()), details.endsOn());
  }

  /** What is changed and other than the customer knows: back as it was, nobody is surprised. */
  private List<ProjectSurprised.What> surprises(
      Project project, int number, StepDetails before, StepDetails after) {
    StepNotices.StepNow known =
        notices.known(project.id, number).orElseGet(() -> now(number, before));
    StepNotices.StepNow now = now(number, after);
    List<ProjectSurprised.What> what = new ArrayList<>();
    if (after.movesFrom(before)
        && !(now.at().equals(known.at()) && now.until().equals(known.until()))) {
      what.add(ProjectSurprised.What.TIME);
    }
    if (after.sendsAnother(before) && !Objects.equals(now.technicianId(), known.technicianId())) {
      what.add(ProjectSurprised.What.TECHNICIAN);
    }
    return what;
  }

  private void tell(
      Project project, int number, StepDetails before, StepDetails after, Instant now) {
    notices.changed(
        new StepNotices.StepChange(
            project.id,
            number,
            project.customerId,
            before.technicianId(),
            calendar.startOf(before.startsOn()),
            before.endsOn(),
            after.technicianId(),
            calendar.startOf(after.startsOn()),
            after.endsOn(),
            now));
  }
}
