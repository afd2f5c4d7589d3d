package io.familiarface.rest.testing.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How many round trips each operation of a service takes, beside the table that is committed: a
 * request that comes to cost more is seen in review. Run the test with {@code
 * -Dround-trips.update=true} to write the service's section of the table anew.
 */
public final class RoundTripTable {
  /** More than these need a reason. */
  private static final int MOST = 8;

  private static final Pattern LINE = Pattern.compile("\\| `([^`]+)` \\| (\\d+) \\|.*");

  private final Path file;
  private final String service;
  private final Map<String, RoundTrips> measured = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  /**
   * @param file relative to the module, {@code ../bench/results/round-trips.md}
   * @param service whose section it is
   */
  public RoundTripTable(Path file, String service) {
    this.file = file;
    this.service = service;
  }

  /**
   * Counts one operation, as {@link RoundTrips#fewest} says: what a service does only once belongs
   * to nobody.
   *
   * @param prepared prepares, uncounted, and answers the request to be made, which must succeed
   */
  public RoundTrips count(String operation, Supplier<Supplier<Response>> prepared) {
    RoundTrips trips =
        RoundTrips.fewest(
            () -> {
              Supplier<Response> request = prepared.get();
              return RoundTrips.of(() -> succeed(operation, request));
            });
    measured.put(operation, trips);
    return trips;
  }

  /** As {@link #count}, with the reason why it takes more than all others. */
  public RoundTrips count(String operation, String reason, Supplier<Supplier<Response>> prepared) {
    reasons.put(operation, reason);
    return count(operation, prepared);
  }

  private static void succeed(String operation, Supplier<Response> request) {
    Response answer = request.get();
    assertThat(answer.statusCode()).as("%s: %s", operation, answer.asString()).isBetween(200, 299);
  }

  /** None takes more than the table says, and none more than eight without a reason. */
  public void assertCommitted() {
    if (Boolean.getBoolean("round-trips.update")) {
      write();
    }
    assertThat(committed().keySet()).containsExactlyElementsOf(measured.keySet());
    measured.forEach(
        (operation, trips) -> {
          assertThat(trips.count())
              .as("%s: %s", operation, trips)
              .isLessThanOrEqualTo(committed().get(operation));
          if (!reasons.containsKey(operation)) {
            assertThat(trips.count()).as("%s: %s", operation, trips).isLessThanOrEqualTo(MOST);
          }
        });
  }

  private Map<String, Integer> committed() {
    Map<String, Integer> committed = new LinkedHashMap<>();
    section(read())
        .lines()
        .map(LINE::matcher)
        .filter(line -> line.matches())
        .forEach(line -> committed.put(line.group(1), Integer.valueOf(line.group(2))));
    return committed;
  }

  private String heading() {
    return "## " + service + "\n";
  }

  /** The lines of this service; none if it has no section yet. */
  private String section(String all) {
    int start = all.indexOf(heading());
    if (start < 0) {
      return "";
    }
    int end = all.indexOf("\n## ", start);
    return end < 0 ? all.substring(start) : all.substring(start, end + 1);
  }

  private void write() {
    StringBuilder section = new StringBuilder(heading());
    section.append("\n| operation | round trips | why more than ").append(MOST).append(" |\n");
    section.append("|---|---|---|\n");
    measured.forEach(
        (operation, trips) ->
            section
                .append("| `%s` | %d |".formatted(operation, trips.count()))
                .append(reasons.containsKey(operation) ? " " + reasons.get(operation) : "")
                .append(" |\n"));
    String all = read();
    String old = section(all);
    String next =
        old.isEmpty() ? all.stripTrailing() + "\n\n" + section : all.replace(old, section + "\n");
    try {
      Files.writeString(file, next.stripTrailing() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
