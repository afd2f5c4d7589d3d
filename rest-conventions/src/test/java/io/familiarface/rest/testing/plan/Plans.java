package io.familiarface.rest.testing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The plans of all statements that a service has issued since some moment, as it issued them. */
public final class Plans {
  static final String LOG = "familiar.test.postgres-log";

  /** Verifying the audit trail reads what it verifies; an erasure, all answers of a day. */
  private static final List<String> READING_ALL =
      List.of("from audit_seal window chain", "update idempotency_key set location = null");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path log = Path.of(System.getProperty(LOG));
  private final Instant since = Instant.now();
  private final long from;

  private Plans() throws IOException {
    this.from = Files.size(log);
  }

  public static Plans fromNowOn() {
    try {
      return new Plans();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The different statements that were planned. */
  public List<String> statements() {
    return plans().stream().map(Plan::statement).distinct().toList();
  }

  /**
   * Each way in which a statement went through a large table, once, apart from those that are to.
   */
  public List<String> offences(Set<String> largeTables) {
    return plans().stream()
        .filter(plan -> READING_ALL.stream().noneMatch(plan.statement()::contains))
        .flatMap(plan -> plan.offences(largeTables).stream())
        .distinct()
        .toList();
  }

  private List<Plan> plans() {
    List<Plan> plans = new ArrayList<>();
    StringBuilder json = null;
    for (String line : (Iterable<String>) written()::iterator) {
      if (json != null && line.startsWith("\t")) {
        json.append(line).append('\n');
      } else {
        add(json, plans);
        json = line.matches(".*LOG:  duration: .* plan:") ? new StringBuilder() : null;
      }
    }
    add(json, plans);
    return plans;
  }

  private void add(StringBuilder json, List<Plan> plans) {
    if (json == null) {
      return;
    }
    try {
      JsonNode plan = JSON.readTree(json.toString());
      plans.add(new Plan(plan.get("Query Text").asText(), plan.get("Plan")));
    } catch (IOException e) {
      // Where the log went on in a new file one may be cut in two.
      if (!isRotated()) {
        throw new UncheckedIOException(json.toString(), e);
      }
    }
  }

  /** A log that became too large meanwhile goes on in a new file, the older one beside it. */
  private Stream<String> written() {
    return isRotated() ? Stream.concat(lines(older(), from), lines(log, 0)) : lines(log, from);
  }

  private boolean isRotated() {
    try {
      return Files.exists(older()) && Files.getLastModifiedTime(older()).toInstant().isAfter(since);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path older() {
    return log.resolveSibling(log.getFileName() + ".older");
  }

  private static Stream<String> lines(Path path, long from) {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
