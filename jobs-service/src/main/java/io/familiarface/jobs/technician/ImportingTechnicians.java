package io.familiarface.jobs.technician;

import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads technicians of another system, a chunk at a time; one instance a request. */
@RequestScoped
class ImportingTechnicians implements Importer<TechnicianLine> {

  private final Technicians technicians;
  private final TechnicianPublisher publisher;
  private final Map<String, Technician> known = new HashMap<>();

  ImportingTechnicians(Technicians technicians, TechnicianPublisher publisher) {
    this.technicians = technicians;
    this.publisher = publisher;
  }

  @Override
  public Class<TechnicianLine> lineType() {
    return TechnicianLine.class;
  }

  @Override
  public String externalId(TechnicianLine line) {
    return line.externalId();
  }

  @Override
  public void prepare(List<TechnicianLine> chunk) {
    known.clear();
    known.putAll(
        technicians.byExternalIds(
            chunk.stream()
                .map(TechnicianLine::externalId)
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
  }

  @Override
  public LineResult apply(TechnicianLine line) {
    Technician technician = known.get(line.externalId());
    if (technician == null) {
      technician = Technician.create(line.details());
      technicians.persist(technician);
      known.put(line.externalId(), technician);
      publisher.publish(technician, "technician.imported", null, line.details());
      return LineResult.created(technician.id);
    }
    NewTechnician before = technician.details();
    if (before.equals(line.details())) {
      return LineResult.unchanged(technician.id);
    }
    technician.update(line.details());
    publisher.publish(technician, "technician.imported", before, line.details());
    return LineResult.updated(technician.id);
  }
}
