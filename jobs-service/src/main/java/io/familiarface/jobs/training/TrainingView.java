package io.familiarface.jobs.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

@Schema(name = "Training")
record TrainingView(
    UUID id,
    String externalId,
    UUID technicianId,
    String course,
    TrainingKind kind,
    @ColumnName("held_on") LocalDate on,
    String recordedBy,
    Instant recordedAt) {

  static TrainingView of(Training training) {
    return new TrainingView(
        training.id,
        training.externalId,
        training.technicianId,
        training.course,
        training.kind,
        training.heldOn,
        training.recordedBy,
        training.recordedAt);
  }
}
