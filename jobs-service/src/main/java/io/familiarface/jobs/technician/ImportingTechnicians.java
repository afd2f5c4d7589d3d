package io.familiarface.jobs.technician;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.rest.Fingerprint;
import io.familiarface.rest.Ids;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads technicians of another system, a chunk at a time; one instance a request. */
@RequestScoped
class ImportingTechnicians implements Importer<TechnicianLine> {
  private final Technicians technicians;
  private final TechnicianPublisher publisher;
  private final Event<DepartureRecorded> departures;
  private final CompanyCalendar calendar;
  private final Map<String, Technician> known = new HashMap<>();

  /** Those of this chunk that are not written yet. */
  private final List<Technician> hired = new ArrayList<>();

  ImportingTechnicians(
      Technicians technicians,
      TechnicianPublisher publisher,
      Event<DepartureRecorded> departures,
      CompanyCalendar calendar) {
    this.technicians = technicians;
    this.publisher = publisher;
    this.departures = departures;
    this.calendar = calendar;
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
  public List<String> touches(TechnicianLine line) {
    return List.of(line.externalId());
  }

  @Override
  public void prepare(List<TechnicianLine> chunk) {
    known.clear();
    hired.clear();
    known.putAll(technicians.byExternalIds(Importer.keys(chunk, TechnicianLine::externalId)));
  }

  @Override
  public Optional<UUID> lastToldBy(TechnicianLine line) {
    return Optional.ofNullable(known.get(line.externalId()))
        .filter(technician -> Objects.equals(technician.lineFingerprint, Fingerprint.of(line)))
        .map(technician -> technician.id);
  }

  @Override
  public LineResult apply(TechnicianLine line) {
    long fingerprint = Fingerprint.of(line);
    Technician technician = known.get(line.externalId());
    return technician == null
        ? create(line, fingerprint)
        : correct(written(technician), line, fingerprint);
  }

  /** All at once, past the session. */
  @Override
  public void flush() {
    technicians.insert(hired);
    hired.clear();
  }

  /** One that is to be changed though a line before in this chunk may have brought it. */
  private Technician written(Technician technician) {
    if (technicians.isPersistent(technician)) {
      return technician;
    }
    flush();
    Technician written = technicians.findById(technician.id);
    known.put(written.externalId, written);
    return written;
  }

  private LineResult create(TechnicianLine line, long fingerprint) {
    Technician technician = Technician.create(line.details());
    technician.lineFingerprint = fingerprint;
    hired.add(technician);
    known.put(line.externalId(), technician);
    publisher.publishNew(technician, "technician.imported", line.details());
    return LineResult.created(technician.id);
  }

  private LineResult correct(Technician technician, TechnicianLine line, long fingerprint) {
    technician.lineFingerprint = fingerprint;
    NewTechnician before = technician.details();
    NewTechnician after = line.details(before);
    if (before.equals(after)) {
      return LineResult.unchanged(technician.id);
    }
    technician.update(after);
    publisher.publish(technician, "technician.imported", before, after);
    // Of those who left in the past, the history that is imported says who came instead.
    if (technician.isToLeave()
        && !after.leftOn().equals(before.leftOn())
        && !after.leftOn().isBefore(calendar.today())) {
      departures.fire(new DepartureRecorded(Ids.next(), technician));
    }
    return LineResult.updated(technician.id);
  }
}
