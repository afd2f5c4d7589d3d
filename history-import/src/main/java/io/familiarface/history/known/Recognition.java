package io.familiarface.history.known;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.history.Destination;
import io.familiarface.history.HistoryPlan;
import io.familiarface.history.report.Notes;
import io.familiarface.history.spool.LineFile;
import io.familiarface.history.spool.SortedSpool;
import io.familiarface.history.value.Names;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a file says among what the services hold, so that a newer export doubles nothing. The
 * keys that a reading makes depend on what else is in the file; here each line gets the key under
 * which its customer, agreement or visit is held. One name after the other, sorted on disk.
 */
public final class Recognition implements Closeable {
  private static final long MEMORY_TO_SORT = 12L << 20;
  private static final List<Destination> OF_A_CUSTOMER =
      List.of(
          Destination.CUSTOMERS,
          Destination.AGREEMENTS,
          Destination.VISITS,
          Destination.CANCELLATIONS);

  private final ObjectMapper json = new ObjectMapper();
  private final HistoryPlan plan;
  private final Notes notes;
  private final Refusing refusing;
  private final Path folder;
  private final SortedSpool own;
  private final SortedSpool there;
  private final KnownTechnicians technicians = new KnownTechnicians();
  private final Map<String, String> ownNames = new HashMap<>();
  private final Map<String, String> heldNames = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Map<Destination, LineFile> lines = new EnumMap<>(Destination.class);

  public Recognition(HistoryPlan plan, Notes notes, Refusing refusing) throws IOException {
    this.plan = plan;
    this.notes = notes;
    this.refusing = refusing;
    folder = Files.createTempDirectory("familiar-known");
    own = new SortedSpool(Files.createDirectory(folder.resolve("own")), MEMORY_TO_SORT);
    there = new SortedSpool(Files.createDirectory(folder.resolve("there")), MEMORY_TO_SORT);
    for (Destination destination : Destination.values()) {
      lines.put(destination, new LineFile(folder.resolve(destination.words() + ".lines")));
    }
    readPlan();
  }

  private void readPlan() throws IOException {
    each(
        Destination.TECHNICIANS,
        (origin, line) ->
            technicians.file(line.get("externalId").asText(), line.get("name").asText()));
    for (Destination kind : OF_A_CUSTOMER) {
      each(
          kind,
          (origin, line) -> {
            String who = line.get(About.FIELD).get("who").asText();
            if (kind == Destination.CUSTOMERS) {
              ownNames.put(line.get("externalId").asText(), who);
              names.add(who);
            }
            own.add(who, item(kind, origin, line));
          });
    }
  }

  private interface LineReader {
    void read(long origin, ObjectNode line) throws IOException;
  }

  private void each(Destination kind, LineReader reader) throws IOException {
    try (LineFile.Reader in = plan.lines(kind)) {
      for (LineFile.Line line = in.next(); line != null; line = in.next()) {
        reader.read(line.origin(), (ObjectNode) json.readTree(line.json()));
      }
    }
  }

  public void holdTechnician(ObjectNode technician) {
    technicians.hold(technician.path("externalId").asText(null), technician.get("name").asText());
  }

  /** Takes a customer who is held; to be called for all before their agreements. */
  public void holdCustomer(ObjectNode customer) {
    String who =
        ownNames.getOrDefault(
            customer.path("externalId").asText(), Names.folded(customer.path("name").asText("")));
    if (names.contains(who)) {
      heldNames.put(customer.get("id").asText(), who);
      hold(who, Destination.CUSTOMERS, customer);
    }
  }

  /** Whether it is worth while to ask for agreements and visits. */
  public boolean knowsAnybody() {
    return !heldNames.isEmpty();
  }

  public void holdAgreement(ObjectNode agreement) {
    hold(heldNames.get(agreement.path("customerId").asText()), Destination.AGREEMENTS, agreement);
  }

  public void holdVisit(ObjectNode visit) {
    hold(heldNames.get(visit.path("customerId").asText()), Destination.VISITS, visit);
  }

  private void hold(String who, Destination kind, ObjectNode item) {
    if (who != null) {
      try {
        there.add(who, item(kind, 0, item));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes the lines as they are to be sent. */
  public Map<Destination, LineFile> recognise() throws IOException {
    var rewriting = new Rewriting(plan.zone(), technicians, notes, refusing, lines);
    each(Destination.TECHNICIANS, rewriting::technician);
    Iterator<SortedSpool.Entry> mine = own.sorted();
    Iterator<SortedSpool.Entry> theirs = there.sorted();
    SortedSpool.Entry item = next(mine);
    SortedSpool.Entry held = next(theirs);
    while (item != null) {
      String who = item.key();
      var group = new NameGroup();
      for (; item != null && item.key().equals(who); item = next(mine)) {
        ByteBuffer value = ByteBuffer.wrap(item.value());
        group.file(Destination.values()[value.get()], value.getLong(), node(value));
      }
      for (; held != null && held.key().equals(who); held = next(theirs)) {
        ByteBuffer value = ByteBuffer.wrap(held.value());
        Destination kind = Destination.values()[value.get()];
        value.getLong();
        group.hold(kind, node(value), plan.zone());
      }
      rewriting.write(group);
    }
    for (LineFile file : lines.values()) {
      file.close();
    }
    return lines;
  }

  private static SortedSpool.Entry next(Iterator<SortedSpool.Entry> entries) {
    return entries.hasNext() ? entries.next() : null;
  }

  private byte[] item(Destination kind, long origin, ObjectNode line) throws IOException {
    byte[] bytes = json.writeValueAsBytes(line);
    return ByteBuffer.allocate(1 + Long.BYTES + bytes.length)
        .put((byte) kind.ordinal())
        .putLong(origin)
        .put(bytes)
        .array();
  }

  private ObjectNode node(ByteBuffer rest) throws IOException {
    return (ObjectNode) json.readTree(rest.array(), rest.position(), rest.remaining());
  }

  @Override
  public void close() throws IOException {
    own.close();
    there.close();
    for (LineFile file : lines.values()) {
      file.close();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
