package io.familiarface.feedback.technician;

import static io.familiarface.feedback.sql.Sql.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The local copies of technicians. */
@ApplicationScoped
class TechnicianCopies {
  private static final TypeReference<List<Absence>> ABSENCES = new TypeReference<>() {};

  private final Sql sql;
  private final ObjectMapper json;

  TechnicianCopies(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  Optional<TechnicianCopy> byId(UUID id) {
    return sql.first("select * from technician_copy where id = ?", this::read, id);
  }

  Optional<TechnicianCopy> byExternalId(String externalId) {
    return sql.first(
        "select * from technician_copy where external_id = ? order by revision desc",
        this::read,
        externalId);
  }

  List<TechnicianCopy> all() {
    return sql.list("select * from technician_copy", this::read);
  }

  void store(Collection<TechnicianCopy> copies) {
    sql.change(
        """
        insert into technician_copy (id, external_id, name, branch, left_on, absences, revision)
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::jsonb[],
                             ?::bigint[])
        on conflict (id) do update set
          external_id = excluded.external_id, name = excluded.name, branch = excluded.branch,
          left_on = excluded.left_on, absences = excluded.absences, revision = excluded.revision
        where technician_copy.revision < excluded.revision
        """,
        column(copies, TechnicianCopy::id),
        column(copies, TechnicianCopy::externalId),
        column(copies, TechnicianCopy::name),
        column(copies, TechnicianCopy::branch),
        column(copies, TechnicianCopy::leftOn),
        column(copies, copy -> write(copy.absences())),
        column(copies, TechnicianCopy::revision));
  }

  void remove(UUID id) {
    sql.change("delete from technician_copy where id = ?", id);
  }

  private TechnicianCopy read(Row row) throws SQLException {
    try {
      return new TechnicianCopy(
          row.uuid("id"),
          row.text("external_id"),
          row.text("name"),
          row.text("branch"),
          row.date("left_on"),
          json.readValue(row.text("absences"), ABSENCES),
          row.longNumber("revision"));
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
