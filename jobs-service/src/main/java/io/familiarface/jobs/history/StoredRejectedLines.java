package io.familiarface.jobs.history;

import io.familiarface.database.Database;
import io.familiarface.jobs.customer.CustomerErased;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines that the last import rejected, for whoever mends the list. */
@ApplicationScoped
class StoredRejectedLines {
  private static final int PART = 1 << 20;

  /** Whoever has more lines to mend than that mends the export, and not the lines. */
  private static final int MOST_PARTS = 50;

  private static final String HEADER = "line,column,value,why\n";

  private final Database database;

  StoredRejectedLines(Database database) {
    this.database = database;
  }

  /** Keeps these, and forgets those of the import before. */
  void store(Path csv) throws IOException {
    QuarkusTransaction.requiringNew().run(this::clear);
    try (BufferedReader in = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
      var part = new StringBuilder();
      int parts = 0;
      for (String line = in.readLine(); line != null && parts < MOST_PARTS; line = in.readLine()) {
        part.append(line).append('\n');
        if (part.length() >= PART) {
          add(parts++, part);
        }
      }
      if (part.length() > 0) {
        add(parts, part);
      }
    }
  }

  private void add(int number, StringBuilder lines) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .sql("insert into history_rejected (part, lines) values (:part, :lines)")
                    .bind("part", number)
                    .bind("lines", lines.toString())
                    .update());
    lines.setLength(0);
  }

  private void clear() {
    database.sql("delete from history_rejected").update();
  }

  void write(OutputStream out) throws IOException {
    int number = 0;
    for (var part = part(number); part.isPresent(); part = part(++number)) {
      out.write(part.get().getBytes(StandardCharsets.UTF_8));
    }
    if (number == 0) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Optional<String> part(int number) {
    return database
        .sql("select lines from history_rejected where part = :part")
        .bind("part", number)
        .first(String.class);
  }

  /** They name people: they go as soon as anybody is to be forgotten. */
  @Transactional
  void delete(@Observes CustomerErased erased) {
    clear();
  }
}
