package io.familiarface.rest.bulk;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * How one kind of line is taken in.
 *
 * @param <T> the record that a line is read into; its constraints are checked before
 */
public interface Importer<T> {
  int CHUNK = 200;

  Class<T> lineType();

  /** The keys that some lines name, each once: what is to be looked up for them. */
  static <T> List<String> keys(Collection<T> lines, Function<T, String> key) {
    return lines.stream().map(key).filter(Objects::nonNull).distinct().toList();
  }

  /**
   * Understands the header of a file as another system exports it, which has not our names.
   *
   * @return empty when it is none that is known
   */
  default Optional<ForeignColumns> columns(List<String> header) {
    return Optional.empty();
  }

  /** The field that holds {@link #externalId}. */
  default String keyField() {
    return "externalId";
  }

  /** The caller's own key of the line, for the report. */
  String externalId(T line);

  /**
   * Asks other services for what the lines of a chunk name and nobody here has heard of, before the
   * transaction of the chunk: nobody holds a connection while they wait for a neighbour. What is
   * found out must do for all that follows of the chunk, of which lines may be left out.
   */
  default void lookUp(List<T> chunk) {}

  /** Looks up at once what the lines of a chunk will need, inside the transaction of the chunk. */
  default void prepare(List<T> chunk) {}

  /**
   * The id of the thing of which this very line was the last to be taken in: such a line is
   * UNCHANGED, whatever has happened to the thing since, and {@link #apply} never sees it. Asked
   * after {@link #prepare}.
   *
   * @return empty when the thing is new, or was last told by another line
   */
  default Optional<UUID> lastToldBy(T line) {
    return Optional.empty();
  }

  /**
   * Keys of all that a line reads or changes and other lines may change, its own thing among them.
   * A chunk is looked up and applied while the one before is committed, if no line of the one
   * touches what a line of the other does: it would not see what is not committed yet.
   *
   * @return none when that is not known; then each chunk waits for the one before
   */
  default List<String> touches(T line) {
    return List.of();
  }

  /** What a person should know of a line that can be taken in, whether it brings news or not. */
  default Optional<String> warning(T line) {
    return Optional.empty();
  }

  /**
   * Takes one line in. Whatever it throws rejects this line and undoes what it did; the other lines
   * stay.
   */
  LineResult apply(T line);

  /**
   * Writes what {@link #apply} has collected of the lines of a chunk, at the end of its
   * transaction: rows of one kind are cheapest together.
   */
  default void flush() {}

  /**
   * So many lines are taken in by one transaction. More of them share its commit and its round
   * trips, and keep others waiting for longer; four times as many are in memory.
   */
  default int chunk() {
    return CHUNK;
  }
}
