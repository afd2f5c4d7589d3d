package io.familiarface.jobs.training;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.Reference;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.TrainingRecord;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Who was trained in what. */
@ApplicationScoped
class Trainings implements PanacheRepositoryBase<Training, UUID>, TrainingRecord {
  private static final int COURSES_TOLD = 100;

  private final Database database;

  Trainings(Database database) {
    this.database = database;
  }

  Training get(Technician technician, Ref ref) {
    Reference reference = Reference.of(ref);
    return find(reference)
        .filter(training -> training.technicianId.equals(technician.id()))
        .orElseThrow(
            () ->
                JobsProblem.NO_SUCH_TRAINING.because(
                    "%s has no training %s.".formatted(technician.name(), reference)));
  }

  Optional<Training> find(Reference reference) {
    return reference.id() != null
        ? findByIdOptional(reference.id())
        : find("externalId", reference.externalId()).firstResultOptional();
  }

  /** The latest of one technician, oldest first. */
  List<Training> latest(UUID technicianId, int limit) {
    List<Training> latest =
        find("technicianId = ?1 order by heldOn desc, id desc", technicianId).page(0, limit).list();
    return java.util.stream.IntStream.range(0, latest.size())
        .mapToObj(i -> latest.get(latest.size() - 1 - i))
        .toList();
  }

  /** As {@link TrainingRecord} has it. */
  @Override
  public Rows<Taken> latest(RoundTrip trip) {
    return trip.query(
        """
        select * from (
          select * from training where technician_id = :technician
          order by held_on desc, id desc limit %d) latest
        order by held_on, id"""
            .formatted(COURSES_TOLD),
        Taken.class);
  }

  /** Oldest first. */
  Page<TrainingView> page(UUID technicianId, PageRequest page) {
    var list =
        database
            .list("select * from training")
            .where("technician_id = :technician", "technician", technicianId);
    page.after()
        .ifPresent(
            key ->
                list.where("(held_on, id) > (cast(:afterOn as date), :afterId)")
                    .bind("afterOn", key.text(0))
                    .bind("afterId", key.uuid(1)));
    return Page.of(
        list.list(TrainingView.class, "held_on, id", page.limit() + 1),
        page,
        training -> Key.of(training.on().toString(), training.id()),
        Function.identity());
  }
}
