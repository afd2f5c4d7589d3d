package io.familiarface.history.spool;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts more than fits in memory: what comes in is kept up to a budget, then written to a file in
 * order; the files are merged when they are read. Equal keys keep the order in which they came.
 */
public final class SortedSpool<T> implements Closeable {
  /** Files open at once while merging; more are merged in rounds. */
  private static final int FAN_IN = 48;

  private static final int COST_OF_AN_ENTRY = 112;

  /** A record and the key by which it is sorted. */
  public record Keyed<T>(String key, T value) {}

  /**
   * @param order the place in which it came, which settles equal keys
   */
  private record Entry(String key, long order, byte[] value) {}

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::key).thenComparingLong(Entry::order);

  private final RecordCodec<T> codec;
  private final Path folder;
  private final long budget;
  private final List<Path> runs = new ArrayList<>();
  private final List<Closeable> open = new ArrayList<>();
  private List<Entry> held = new ArrayList<>();
  private long weight;
  private long count;
  private int files;

  /**
   * @param folder of its own
   * @param budget bytes to hold in memory
   */
  public SortedSpool(Class<T> type, Path folder, long budget) {
    this.codec = new RecordCodec<>(type);
    this.folder = folder;
    this.budget = budget;
  }

  /** Takes one more; a key may have up to 21,000 letters. */
  public void add(String key, T item) throws IOException {
    byte[] value = codec.encode(item);
    held.add(new Entry(key, count++, value));
    weight += COST_OF_AN_ENTRY + 2L * key.length() + value.length;
    if (weight >= budget) {
      flush();
    }
  }

  /** All that was added, in order; as often as wanted, once nothing more is added. */
  public Iterator<Keyed<T>> sorted() throws IOException {
    Iterator<Entry> entries = entries();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Keyed<T> next() {
        Entry entry = entries.next();
        return new Keyed<>(entry.key(), codec.decode(entry.value()));
      }
    };
  }

  private Iterator<Entry> entries() throws IOException {
    held.sort(ORDER);
    if (runs.isEmpty()) {
      return held.iterator();
    }
    flush();
    while (runs.size() > FAN_IN) {
      List<Path> some = new ArrayList<>(runs.subList(0, FAN_IN));
      Path merged = write(merge(some));
      for (Path run : some) {
        Files.delete(run);
      }
      runs.removeAll(some);
      runs.add(merged);
    }
    return merge(runs);
  }

  private void flush() throws IOException {
    if (held.isEmpty()) {
      return;
    }
    held.sort(ORDER);
    runs.add(write(held.iterator()));
    held = new ArrayList<>();
    weight = 0;
  }

  private Path write(Iterator<Entry> entries) throws IOException {
    Path run = folder.resolve("sorted-" + files++);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), 1 << 16))) {
      while (entries.hasNext()) {
        Entry entry = entries.next();
        out.writeUTF(entry.key());
        out.writeLong(entry.order());
        out.writeInt(entry.value().length);
        out.write(entry.value());
      }
    }
    return run;
  }

  private Iterator<Entry> merge(List<Path> some) throws IOException {
    PriorityQueue<Run> heads =
        new PriorityQueue<>(Comparator.comparing((Run run) -> run.head, ORDER));
    for (Path path : some) {
      Run run = new Run(path);
      open.add(run);
      if (run.advance()) {
        heads.add(run);
      }
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !heads.isEmpty();
      }

      @Override
      public Entry next() {
        Run run = heads.remove();
        Entry entry = run.head;
        if (run.advance()) {
          heads.add(run);
        }
        return entry;
      }
    };
  }

  @Override
  public void close() throws IOException {
    for (Closeable run : open) {
      run.close();
    }
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }

  private static final class Run implements Closeable {
    private final DataInputStream in;
    private Entry head;

    Run(Path path) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 15));
    }

    boolean advance() {
      try {
        head = new Entry(in.readUTF(), in.readLong(), in.readNBytes(in.readInt()));
        return true;
      } catch (EOFException e) {
        return false;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
