package io.familiarface.jobs.history;

import io.familiarface.jobs.customer.CustomerForgotten;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lines that the last import left out, for whoever mends the list. */
@ApplicationScoped
class LeftOutLines {
  private static final int PART = 1 << 20;

  /** Whoever has more lines to mend than that mends the export, and not the lines. */
  private static final int MOST_PARTS = 50;

  private static final String HEADER = "line,column,value,why\n";

  private final EntityManager em;

  LeftOutLines(EntityManager em) {
    this.em = em;
  }

  /** Keeps these, and forgets those of the import before. */
  void keep(Path csv) throws IOException {
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
                em.createNativeQuery(
                        "insert into history_left_out (part, lines) values (:part, :lines)")
                    .setParameter("part", number)
                    .setParameter("lines", lines.toString())
                    .executeUpdate());
    lines.setLength(0);
  }

  private void clear() {
    em.createNativeQuery("delete from history_left_out").executeUpdate();
  }

  void write(OutputStream out) throws IOException {
    int number = 0;
    for (List<?> part = part(number); !part.isEmpty(); part = part(++number)) {
      out.write(((String) part.get(0)).getBytes(StandardCharsets.UTF_8));
    }
    if (number == 0) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<?> part(int number) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                em.createNativeQuery("select lines from history_left_out where part = :part")
                    .setParameter("part", number)
                    .getResultList());
  }

  /** They name people: they go as soon as anybody is to be forgotten. */
  @Transactional
  void forget(@Observes CustomerForgotten forgotten) {
    clear();
  }
}
