package io.familiarface.jobs.project;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.customer.CustomerLookup;
import io.familiarface.jobs.customer.CustomerRef;
import io.familiarface.jobs.notice.StepNotices;
import io.familiarface.jobs.technician.Absences;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A project is made, gets its steps, and the customer is walked through them. */
@ApplicationScoped
class PlanningProject {
  private static final int STEPS_AT_MOST = 200;

  private final Projects projects;
  private final ProjectSteps steps;
  private final CustomerLookup customers;
  private final Technicians technicians;
  private final Absences absences;
  private final ProjectPublisher publisher;
  private final StepNotices notices;
  private final AuditTrail audit;
  private final BusinessTime businessTime;
  private final CompanyCalendar calendar;
  private final Caller caller;

  PlanningProject(
      Projects projects,
      ProjectSteps steps,
      CustomerLookup customers,
      Technicians technicians,
      Absences absences,
      ProjectPublisher publisher,
      StepNotices notices,
      AuditTrail audit,
      BusinessTime businessTime,
      CompanyCalendar calendar,
      Caller caller) {
    this.projects = projects;
    this.steps = steps;
    this.customers = customers;
    this.technicians = technicians;
    this.absences = absences;
    this.publisher = publisher;
    this.notices = notices;
    this.audit = audit;
    this.businessTime = businessTime;
    this.calendar = calendar;
    this.caller = caller;
  }

  @Transactional
  ProjectView create(NewProject details) {
    if (projects.isTaken(details.externalId())) {
      throw CommonProblem.externalIdTaken("project", details.externalId());
    }
    CustomerRef customer =
        customers.referred(
            Reference.required("customer", details.customerId(), details.customerExternalId()));
    Project project = Project.create(customer.id(), details, Instants.toMicros(businessTime.now()));
    projects.persist(project);
    audit.changed("project.created", "project", project.id, project.customerId, null, details);
    return ProjectView.of(project, List.of(), calendar.today());
  }

  /** A step and its version. */
  record Added(Project project, ProjectStep step) {}

  @Transactional
  Added add(Ref ref, NewStep details) {
    Project read = projects.get(ref);
    UUID technician = holdTechnician(details);
    Project project = projects.lock(read);
    List<ProjectStep> others = steps.of(project);
    if (others.size() >= STEPS_AT_MOST) {
      throw CommonProblem.INVALID_REQUEST.because(
          "A project has %d steps at most. Make a second one.".formatted(STEPS_AT_MOST));
    }
    int number = others.isEmpty() ? 1 : others.get(others.size() - 1).number + 1;
    StepDetails wanted = details.details(technician);
    requireFree(project, wanted);
    requirePossible(number, wanted, others);
    ProjectStep step = ProjectStep.create(project.id, number, wanted);
    steps.persist(step);
    publisher.publish(project);
    audit.changed("step.added", "project", project.id, project.customerId, null, wanted);
    return new Added(project, step);
  }

  /** Null for none. */
  private UUID holdTechnician(NewStep details) {
    return Reference.optional("technician", details.technicianId(), details.technicianExternalId())
        .map(technicians::lockReferred)
        .map(Technician::id)
        .orElse(null);
  }

  /**
   * So that nobody else plans on them in the same moment: before the project, as everybody who
   * books takes technicians first.
   *
   * @param technicianId null for nobody
   */
  void hold(UUID technicianId) {
    if (technicianId != null) {
      technicians.lock(List.of(technicianId));
    }
  }

  /**
   * Refuses a technician, who is held, if they aren't there on all the days, or are at another
   * project on one. A visit on one of them is shown on the board as double-booked: it may fit in
   * between. What is over is what it was, be it the first days of a step that goes on.
   */
  void requireFree(Project project, StepDetails details) {
    if (details.technicianId() == null) {
      return;
    }
    Technician technician = technicians.lockReferred(new Reference(details.technicianId(), null));
    LocalDate today = calendar.today();
    boolean over = details.endsOn().isBefore(today);
    LocalDate from = over || details.startsOn().isAfter(today) ? details.startsOn() : today;
    technician.requireEmployedOn(from, "/technicianId");
    technician.requireEmployedOn(details.endsOn(), "/technicianId");
    if (over) {
      return;
    }
    absences.of(technician.id()).stream()
        .filter(absence -> absence.touches(from, details.endsOn()))
        .findFirst()
        .ifPresent(
            absence -> {
              throw JobsProblem.TECHNICIAN_ABSENT.at(
                  "/technicianId",
                  "%s is away from %s until %s."
                      .formatted(technician.name(), absence.fromOn(), absence.untilOn()));
            });
    steps
        .elsewhere(project, technician.id(), from, details.endsOn())
        .ifPresent(
            other -> {
              throw JobsProblem.DOUBLE_BOOKED.at(
                  "/technicianId",
                  "%s is at another project from %s until %s: '%s'."
                      .formatted(technician.name(), other.startsOn, other.endsOn, other.title));
            });
  }

  void requirePossible(int number, StepDetails details, List<ProjectStep> steps) {
    Map<Integer, Prerequisites.Step> others =
        steps.stream()
            .filter(step -> step.number != number)
            .collect(
                Collectors.toMap(
                    step -> step.number,
                    step -> new Prerequisites.Step(step.afterSteps, step.startsOn, step.endsOn)));
    Prerequisites.require(number, details, others);
  }

  @Transactional
  ProjectView walkThrough(Ref ref, String with, List<Integer> numbers, Instant at) {
    Project project = projects.lock(ref);
    List<ProjectStep> all = steps.of(project);
    if (all.isEmpty()) {
      throw JobsProblem.CONTRADICTION.because(
          "There are no steps to walk the customer through yet. Add them first.");
    }
    Set<Integer> wanted = numbers == null ? null : new HashSet<>(numbers);
    if (wanted != null) {
      all.forEach(
          step -> numbers.stream().filter(one -> one == step.number).forEach(wanted::remove));
      if (!wanted.isEmpty()) {
        throw JobsProblem.CONTRADICTION.at(
            "/steps", "There is no step %d in this project.".formatted(wanted.iterator().next()));
      }
    }
    Instant when = Instants.toMicros(businessTime.ofFact(at, "/at"));
    all.stream()
        .filter(step -> numbers == null || numbers.contains(step.number))
        .forEach(step -> step.walkedThroughAt = when);
    notices.told(
        project.id,
        all.stream()
            .filter(step -> step.walkedThroughAt == when)
            .map(
                step ->
                    new StepNotices.StepNow(
                        step.number,
                        step.technicianId,
                        calendar.startOf(step.startsOn),
                        step.endsOn))
            .toList(),
        when,
        when);
    project.walkedThroughWith = with;
    project.walkedThroughBy = caller.name();
    project.walkedThroughAt = when;
    projects.flush();
    audit.changed(
        "project.walked-through",
        "project",
        project.id,
        project.customerId,
        null,
        all.stream()
            .filter(step -> step.walkedThroughAt == when)
            .map(step -> step.number)
            .toList());
    return ProjectView.of(project, all, calendar.today());
  }

  @Transactional
  ProjectView view(Ref ref) {
    Project project = projects.get(ref);
    return ProjectView.of(project, steps.of(project), calendar.today());
  }

  @Transactional
  long version(UUID project) {
    return projects.findById(project).version;
  }
}
