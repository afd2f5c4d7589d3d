package io.familiarface.feedback.technician;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The local copies of technicians. */
@ApplicationScoped
public class TechnicianCopies {
  /** What another package may join. */
  public static final String NAMES = "(select id, name from technician_copy)";

  private static final TypeReference<List<Absence>> ABSENCES = new TypeReference<>() {};

  private final Database database;
  private final TechnicianNames names;
  private final ObjectMapper json;

  TechnicianCopies(Database database, TechnicianNames names, ObjectMapper json) {
    this.database = database;
    this.names = names;
    this.json = json;
  }

  Optional<TechnicianCopy> byId(UUID id) {
    return database
        .sql("select * from technician_copy where id = :id")
        .bind("id", id)
        .first(Row.class)
        .map(this::copy);
  }

  Optional<TechnicianCopy> byExternalId(String externalId) {
    return database
        .sql("select * from technician_copy where external_id = :id order by revision desc")
        .bind("id", externalId)
        .first(Row.class)
        .map(this::copy);
  }

  List<TechnicianCopy> all() {
    return database.sql("select * from technician_copy").list(Row.class).stream()
        .map(this::copy)
        .toList();
  }

  void store(Collection<TechnicianCopy> copies) {
    if (copies.isEmpty()) {
      return;
    }
    names.changed();
    database
        .sql(
            """
            insert into technician_copy (id, external_id, name, branch, left_on, absences, revision)
            select * from unnest(
              cast(:ids as uuid[]), cast(:externalIds as text[]), cast(:names as text[]),
              cast(:branches as text[]), cast(:leftOns as date[]), cast(:absences as jsonb[]),
              cast(:revisions as bigint[]))
            on conflict (id) do update set
              external_id = excluded.external_id, name = excluded.name, branch = excluded.branch,
              left_on = excluded.left_on, absences = excluded.absences, revision = excluded.revision
            where technician_copy.revision < excluded.revision
            """)
        .bindColumn("ids", copies, TechnicianCopy::id)
        .bindColumn("externalIds", copies, TechnicianCopy::externalId)
        .bindColumn("names", copies, TechnicianCopy::name)
        .bindColumn("branches", copies, TechnicianCopy::branch)
        .bindColumn("leftOns", copies, TechnicianCopy::leftOn)
        .bindColumn("absences", copies, copy -> write(copy.absences()))
        .bindColumn("revisions", copies, TechnicianCopy::revision)
        .update();
  }

  void remove(UUID id) {
    names.changed();
    database.sql("delete from technician_copy where id = :id").bind("id", id).update();
  }

  private record Row(
      UUID id,
      String externalId,
      String name,
      String branch,
      LocalDate leftOn,
      String absences,
      long revision) {}

  private TechnicianCopy copy(Row row) {
    try {
      return new TechnicianCopy(
          row.id,
          row.externalId,
          row.name,
          row.branch,
          row.leftOn,
          json.readValue(row.absences, ABSENCES),
          row.revision);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored absences cannot be read", e);
    }
  }

  private String write(List<Absence> absences) {
    try {
      return json.writeValueAsString(absences);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
