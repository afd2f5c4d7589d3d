package io.familiarface.jobs.technician;

import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.UnaryOperator;

/** Somebody starts here, changes, or leaves. */
@ApplicationScoped
class HiringTechnician {
  private final Technicians technicians;
  private final TechnicianPublisher publisher;

  HiringTechnician(Technicians technicians, TechnicianPublisher publisher) {
    this.technicians = technicians;
    this.publisher = publisher;
  }

  @Transactional
  Technician hire(NewTechnician details) {
    requireFreeKey(details.externalId());
    Technician technician = Technician.create(details);
    technicians.persist(technician);
    publisher.publish(technician, "technician.hired", null, details);
    return technician;
  }

  @Transactional
  Technician change(Ref ref, String ifMatch, UnaryOperator<NewTechnician> to) {
    Technician technician = technicians.lock(ref);
    ETags.requireMatch(ifMatch, technician.id, technician.version);
    NewTechnician before = technician.details();
    NewTechnician after = to.apply(before);
    if (after.equals(before)) {
      return technician;
    }
    if (after.externalId() != null && !after.externalId().equals(before.externalId())) {
      requireFreeKey(after.externalId());
    }
    technician.update(after);
    publisher.publish(technician, "technician.changed", before, after);
    return technician;
  }

  private void requireFreeKey(String externalId) {
    if (externalId != null && technicians.find(new Reference(null, externalId)).isPresent()) {
      throw CommonProblem.externalIdTaken("technician", externalId);
    }
  }
}
