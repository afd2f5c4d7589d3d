package io.familiarface.jobs.technician;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** Somebody leaves the company. */
@ApplicationScoped
public class RecordingDeparture {
  private final Technicians technicians;
  private final TechnicianPublisher publisher;
  private final Event<LastDayRecorded> recorded;

  RecordingDeparture(
      Technicians technicians, TechnicianPublisher publisher, Event<LastDayRecorded> recorded) {
    this.technicians = technicians;
    this.publisher = publisher;
    this.recorded = recorded;
  }

  /**
   * The technician, who has that last day then.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for nobody, 422 for a day before the
   *     first, or the last that can be written
   */
  @Transactional
  public Technician record(Ref ref, LocalDate lastDayOn) {
    Technician technician = technicians.lock(ref);
    NewTechnician before = technician.details();
    technician.leaveAfter(lastDayOn);
    if (!technician.isToLeave()) {
      throw JobsProblem.CONTRADICTION.at(
          "/lastDayOn", "Who leaves on %s does not leave.".formatted(lastDayOn));
    }
    if (!technician.details().equals(before)) {
      publisher.publish(technician, "technician.leaves", before, technician.details());
      recorded.fire(new LastDayRecorded(technician));
    }
    return technician;
  }
}
