package io.familiarface.rest.bulk;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What becomes of several lines with one key: each is taken in after the other, so that the last
 * one counts, and the others say so. Once the last one is in, none of them is news: the same lines
 * again are UNCHANGED, and nothing goes to and fro between what the one says and the other.
 *
 * <p>The file is gone through once before it is taken in, to see which keys come again. What is
 * remembered of it is bounded: a bit for each key, and the lines whose bit was set already.
 */
final class DoubledKeys<T> {
  private static final int FEWEST_BITS = 1 << 12;
  private static final int MOST_BITS = 1 << 26;

  /** Of more than so many, those far apart are each news after the other. */
  private static final int MOST_LINES = 50_000;

  private final Importer<T> importer;
  private final int bits;
  private final BitSet seen;
  private final Map<String, Line<T>> last = new HashMap<>();

  /**
   * @param bytes how long the file is; a line has more than eight
   */
  DoubledKeys(Importer<T> importer, long bytes) {
    this.importer = importer;
    long wanted = Long.highestOneBit(Math.max(1, bytes / 8));
    this.bits = (int) Math.max(FEWEST_BITS, Math.min(MOST_BITS, wanted));
    this.seen = new BitSet(bits);
  }

  /**
   * Looks at the next line of the file.
   *
   * @param line reads all of it, which most lines are spared
   */
  void see(LineSource.RawLine raw, Supplier<Line<T>> line) {
    String key = raw.problem() == null ? raw.json().path(importer.keyField()).textValue() : null;
    if (key == null) {
      return;
    }
    int hash = key.hashCode();
    int bit = (hash ^ hash >>> 15) & bits - 1;
    if (!seen.get(bit)) {
      seen.set(bit);
    } else if (last.size() < MOST_LINES || last.containsKey(key)) {
      Line<T> again = line.get();
      if (again.isReadable()) {
        last.put(key, again);
      }
    }
  }

  /** For lines that are taken in together: those of them that were refused are none of them. */
  Taking taking(List<Line<T>> lines) {
    Map<String, Line<T>> lastOfThese = new HashMap<>();
    lines.forEach(line -> lastOfThese.put(importer.externalId(line.value()), line));
    return new Taking(lastOfThese);
  }

  final class Taking {
    private final Map<String, Line<T>> lastOfThese;

    private Taking(Map<String, Line<T>> lastOfThese) {
      this.lastOfThese = lastOfThese;
    }

    LineResult take(Line<T> line) {
      T value = line.value();
      Line<T> near = lastOfThese.get(importer.externalId(value));
      Line<T> far = last.getOrDefault(importer.externalId(value), near);
      Line<T> counts = far.number() > near.number() ? far : near;
      Optional<UUID> known =
          importer
              .lastToldBy(value)
              .or(() -> importer.lastToldBy(near.value()))
              .or(() -> importer.lastToldBy(counts.value()));
      LineResult result = known.map(LineResult::unchanged).orElseGet(() -> importer.apply(value));
      Optional<String> warning = importer.warning(value);
      if (warning.isPresent()) {
        result = result.warning(warning.get());
      }
      return counts.value().equals(value)
          ? result
          : result.warning(
              "Line %d has the same key and says something else: it comes later and counts."
                  .formatted(counts.number()));
    }
  }
}
