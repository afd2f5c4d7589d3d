package io.familiarface.rest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.familiarface.rest.bulk.LineResult.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Several lines of one key in one file, of which the last one counts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoubledKeysTest {
  private record Said(String externalId, String name) {}

  /** Keeps the last line of each key, as every import does. */
  private static final class Memory implements Importer<Said> {
    private final Map<String, Said> last = new HashMap<>();

    @Override
    public Class<Said> lineType() {
      return Said.class;
    }

    @Override
    public String externalId(Said line) {
      return line.externalId();
    }

    @Override
    public Optional<UUID> lastToldBy(Said line) {
      return line.equals(last.get(line.externalId()))
          ? Optional.of(new UUID(0, 1))
          : Optional.empty();
    }

    @Override
    public LineResult apply(Said line) {
      return last.put(line.externalId(), line) == null
          ? LineResult.created(new UUID(0, 1))
          : LineResult.updated(new UUID(0, 1));
    }
  }

  private final Memory memory = new Memory();

  /** Takes a file in, so many lines at a time. */
  private List<LineResult> imported(int atATime, Said... file) {
    List<Line<Said>> lines = new ArrayList<>();
    var doubled = new DoubledKeys<>(memory, 40L * file.length);
    for (Said said : file) {
      Line<Said> line = Line.of(lines.size() + 1L, said);
      lines.add(line);
      var json = JsonNodeFactory.instance.objectNode().put("externalId", said.externalId());
      doubled.see(new LineSource.RawLine(line.number(), json, null), () -> line);
    }
    List<LineResult> results = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += atATime) {
      List<Line<Said>> chunk = lines.subList(from, Math.min(lines.size(), from + atATime));
      var taking = doubled.taking(chunk);
      chunk.forEach(line -> results.add(taking.take(line)));
    }
    return results;
  }

  private static List<Status> statuses(List<LineResult> results) {
    return results.stream().map(LineResult::status).toList();
  }

  @Test
  void the_same_file_again_changes_nothing_however_far_its_lines_are_apart() {
    Said[] file = {new Said("a", "1"), new Said("b", "1"), new Said("a", "2"), new Said("a", "3")};
    for (int atATime : new int[] {1, 2, 4}) {
      memory.last.clear();
      assertThat(statuses(imported(atATime, file)))
          .containsExactly(Status.CREATED, Status.CREATED, Status.UPDATED, Status.UPDATED);
      assertThat(memory.last).containsEntry("a", file[3]);
      List<LineResult> again = imported(atATime, file);
      assertThat(statuses(again)).containsOnly(Status.UNCHANGED);
      assertThat(again.get(0).warning()).startsWith("Line 4 has the same key");
      assertThat(again.get(1).warning()).isNull();
      assertThat(again.get(3).warning()).isNull();
      assertThat(memory.last).containsEntry("a", file[3]);
    }
  }

  @Test
  void a_newer_file_that_says_what_an_earlier_line_said_is_news() {
    imported(1, new Said("a", "1"), new Said("a", "2"));
    assertThat(statuses(imported(1, new Said("a", "1")))).containsExactly(Status.UPDATED);
  }

  @Test
  void the_same_line_twice_is_said_once() {
    List<LineResult> results = imported(1, new Said("a", "1"), new Said("a", "1"));
    assertThat(statuses(results)).containsExactly(Status.CREATED, Status.UNCHANGED);
    assertThat(results.get(0).warning()).isNull();
  }
}
