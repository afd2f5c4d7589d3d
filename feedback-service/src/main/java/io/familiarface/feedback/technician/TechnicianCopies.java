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
  public static final String NAMES = "(select id, name, branch from technician_copy)";

  /** What another package may join: the courses that technicians took. */
  public static final String TRAININGS =
      """
      (select id as technician_id, name, each ->> 'course' as course, each ->> 'kind' as kind,
         cast(each ->> 'on' as date) as held_on
       from technician_copy, jsonb_array_elements(trainings) each)\
      """;

  private static final TypeReference<List<Training>> LEARNED = new TypeReference<>() {};
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

  List<TechnicianCopy> byIds(Collection<UUID> ids) {
    return database
        .sql("select * from technician_copy where id = any(:ids)")
        .bind("ids", ids)
        .list(Row.class)
        .stream()
        .map(this::copy)
        .toList();
  }

  List<UUID> ids() {
    return database.sql("select id from technician_copy").list(UUID.class);
  }

  void store(Collection<TechnicianCopy> copies) {
    if (copies.isEmpty()) {
      return;
    }
    names.changed();
    database
        .sql(
            """
            insert into technician_copy
              (id, external_id, name, branch, left_on, absences, trainings, revision)
            select * from unnest(
              cast(:ids as uuid[]), cast(:externalIds as text[]), cast(:names as text[]),
              cast(:branches as text[]), cast(:leftOns as date[]), cast(:absences as jsonb[]),
              cast(:trainings as jsonb[]), cast(:revisions as bigint[]))
            on conflict (id) do update set
              external_id = excluded.external_id, name = excluded.name, branch = excluded.branch,
              left_on = excluded.left_on, absences = excluded.absences,
              trainings = excluded.trainings, revision = excluded.revision
            where technician_copy.revision < excluded.revision
            """)
        .bindColumn("ids", copies, TechnicianCopy::id)
        .bindColumn("externalIds", copies, TechnicianCopy::externalId)
        .bindColumn("names", copies, TechnicianCopy::name)
        .bindColumn("branches", copies, TechnicianCopy::branch)
        .bindColumn("leftOns", copies, TechnicianCopy::leftOn)
        .bindColumn("absences", copies, copy -> write(copy.absences()))
        .bindColumn("trainings", copies, copy -> write(copy.trainings()))
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
      String trainings,
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
          json.readValue(row.trainings, LEARNED),
          row.revision);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored technician cannot be read", e);
    }
  }

  private String write(List<?> parts) {
    try {
      return json.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
