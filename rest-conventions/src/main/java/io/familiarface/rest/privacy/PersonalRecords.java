package io.familiarface.rest.privacy;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.database.Database;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All that this service holds of a person, read from its tables row after row. */
@ApplicationScoped
public class PersonalRecords {
  private static final int AT_A_TIME = 200;

  /** Each column of our tables, with what it refers to by a foreign key of one column. */
  private static final String COLUMNS =
      """
      select t.relname as table_name, a.attname as column_name,
        cast(cast(a.atttypid as regtype) as text) as type,
        other.relname as refers_to, referred.attname as referred_column
      from pg_class t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join pg_constraint r on r.conrelid = t.oid and r.contype = 'f' and r.conkey = array[a.attnum]
      left join pg_class other on other.oid = r.confrelid
      left join pg_attribute referred
        on referred.attrelid = r.confrelid and referred.attnum = r.confkey[1]
      where t.relkind = 'r' and t.relnamespace = cast(current_schema() as regnamespace)
      order by t.relname, a.attnum\
      """;

  private final Database database;
  private final ObjectMapper mapper;
  private final Clock clock;
  private final String service;

  PersonalRecords(
      Database database,
      ObjectMapper mapper,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.database = database;
    this.mapper = mapper;
    this.clock = clock;
    this.service = service;
  }

  /** Writes them as {@link HeldRecords}; needs a running transaction. */
  public void write(UUID person, OutputStream out) throws IOException {
    Map<String, String> queries =
        PersonalTables.queries(database.sql(COLUMNS).list(PersonalTables.Column.class));
    try (JsonGenerator json = mapper.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("service", service);
      json.writeStringField("customerId", person.toString());
      json.writeStringField("exportedAt", Instants.toMicros(clock.instant()).toString());
      json.writeObjectFieldStart("records");
      for (Map.Entry<String, String> query : queries.entrySet()) {
        writeRows(query.getKey(), query.getValue(), person, json);
      }
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private void writeRows(String table, String query, UUID person, JsonGenerator json) {
    var rows = new Rows(table, json);
    database.sql(query).bind("person", person).forEach(String.class, AT_A_TIME, rows::write);
    rows.end();
  }

  /** The rows of one table; a table without any is not named. */
  private static final class Rows {
    private final String table;
    private final JsonGenerator json;
    private boolean begun;

    Rows(String table, JsonGenerator json) {
      this.table = table;
      this.json = json;
    }

    void write(String row) {
      try {
        if (!begun) {
          json.writeArrayFieldStart(table);
          begun = true;
        }
        json.writeRawValue(row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void end() {
      try {
        if (begun) {
          json.writeEndArray();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
