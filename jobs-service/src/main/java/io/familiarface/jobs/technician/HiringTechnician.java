package io.familiarface.jobs.technician;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Somebody starts here, changes, or leaves. */
@ApplicationScoped
class HiringTechnician {
  private final Technicians technicians;
  private final TechnicianNews news;

  HiringTechnician(Technicians technicians, TechnicianNews news) {
    this.technicians = technicians;
    this.news = news;
  }

  @Transactional
  Technician hire(TechnicianDetails details) {
    keyMustBeFree(details.externalId());
    Technician technician = new Technician(details);
    technicians.add(technician);
    news.spread(technician, "technician.hired", null, details);
    return technician;
  }

  @Transactional
  Technician change(
      Ref ref, String ifMatch, java.util.function.UnaryOperator<TechnicianDetails> to) {
    Technician technician = technicians.locked(ref);
    ETags.requireMatch(ifMatch, technician.version());
    TechnicianDetails before = technician.details();
    TechnicianDetails after = to.apply(before);
    if (after.equals(before)) {
      return technician;
    }
    if (after.externalId() != null && !after.externalId().equals(before.externalId())) {
      keyMustBeFree(after.externalId());
    }
    technician.become(after);
    news.spread(technician, "technician.changed", before, after);
    return technician;
  }

  private void keyMustBeFree(String externalId) {
    if (externalId != null && technicians.find(new Reference(null, externalId)).isPresent()) {
      throw JobsProblem.EXTERNAL_ID_TAKEN.at(
          "/externalId", "Another technician has the external id %s.".formatted(externalId));
    }
  }
}
