package io.familiarface.jobs.technician;

import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ids;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Somebody starts here, changes, or leaves. */
@ApplicationScoped
class HiringTechnician {
  private final Technicians technicians;
  private final TechnicianPublisher publisher;
  private final Event<DepartureRecorded> departures;

  HiringTechnician(
      Technicians technicians, TechnicianPublisher publisher, Event<DepartureRecorded> departures) {
    this.technicians = technicians;
    this.publisher = publisher;
    this.departures = departures;
  }

  @Transactional
  Technician hire(NewTechnician details) {
    requireFreeKey(details.externalId());
    Technician technician = Technician.create(details);
    technicians.persist(technician);
    publisher.publish(technician, "technician.hired", null, details);
    return technician;
  }

  /**
   * A technician as they are now.
   *
   * @param departure the id of the plan for their customers; null if they don't leave, or were
   *     known to
   */
  record Changed(Technician technician, UUID departure) {}

  @Transactional
  Changed change(Ref ref, String ifMatch, UnaryOperator<NewTechnician> to) {
    Technician technician = technicians.lock(ref);
    ETags.requireMatch(ifMatch, technician.id, technician.version);
    NewTechnician before = technician.details();
    NewTechnician after = to.apply(before);
    if (after.equals(before)) {
      return new Changed(technician, null);
    }
    if (after.externalId() != null && !after.externalId().equals(before.externalId())) {
      requireFreeKey(after.externalId());
    }
    technician.update(after);
    publisher.publish(technician, "technician.changed", before, after);
    if (!technician.isToLeave() || after.leftOn().equals(before.leftOn())) {
      return new Changed(technician, null);
    }
    DepartureRecorded leaves = new DepartureRecorded(Ids.next(), technician);
    departures.fire(leaves);
    return new Changed(technician, leaves.id());
  }

  private void requireFreeKey(String externalId) {
    if (externalId != null && technicians.find(new Reference(null, externalId)).isPresent()) {
      throw CommonProblem.externalIdTaken("technician", externalId);
    }
  }
}
