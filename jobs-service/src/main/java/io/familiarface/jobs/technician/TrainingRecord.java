package io.familiarface.jobs.technician;

import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/** What technicians learned, for the feed that tells of them; another package keeps it. */
public interface TrainingRecord {

  /** A course that a technician took; {@code kind} SOFT or TECHNICAL. */
  record Taken(
      UUID id,
      String externalId,
      String course,
      String kind,
      @ColumnName("held_on") LocalDate on) {}

  /** The latest of the technician that the trip binds as {@code :technician}, oldest first. */
  Rows<Taken> latest(RoundTrip trip);
}
