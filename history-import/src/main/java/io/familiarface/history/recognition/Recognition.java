package io.familiarface.history.recognition;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.history.Destination;
import io.familiarface.history.line.CustomerLine;
import io.familiarface.history.line.MatchHints;
import io.familiarface.history.line.PlannedLine;
import io.familiarface.history.line.TechnicianLine;
import io.familiarface.history.plan.HistoryPlan;
import io.familiarface.history.report.Notes;
import io.familiarface.history.spool.LineFile;
import io.familiarface.history.spool.SortedSpool;
import io.familiarface.history.spool.TemporaryFolder;
import io.familiarface.history.value.Names;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a file says among what the services hold, so that a newer export doubles nothing. The
 * keys that a reading makes depend on what else is in the file; here each line gets the key under
 * which its customer, agreement or visit is held, and only what is new becomes a line to send. One
 * name after the other, sorted on disk.
 */
public final class Recognition implements Closeable {
  private static final long MEMORY_TO_SORT = 12L << 20;

  private final HistoryPlan plan;
  private final Notes notes;
  private final UnsentListener unsent;
  private final TemporaryFolder folder = new TemporaryFolder("recognition");
  private final SortedSpool<ListedItem> existing;
  private final ExternalIdMatcher externalIds;
  private final TechnicianMatcher technicians = new TechnicianMatcher();
  private final Map<String, String> importedNames = new HashMap<>();
  private final Map<String, String> existingNames = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Map<Destination, LineFile> files = new EnumMap<>(Destination.class);

  public Recognition(HistoryPlan plan, Notes notes, UnsentListener unsent) throws IOException {
    this.plan = plan;
    this.notes = notes;
    this.unsent = unsent;
    existing = new SortedSpool<>(ListedItem.class, folder.make("existing"), MEMORY_TO_SORT);
    externalIds =
        new ExternalIdMatcher(
            folder.make("existing-by-id"), folder.make("imported-by-id"), MEMORY_TO_SORT / 4);
    for (Destination destination : Destination.values()) {
      files.put(destination, new LineFile(folder.file(destination.words() + ".lines")));
    }
    readPlan();
  }

  private void readPlan() throws IOException {
    plan.technicians().forEach(planned -> technicians.addImported((TechnicianLine) planned.line()));
    for (var lines = plan.lines(); lines.hasNext(); ) {
      SortedSpool.Keyed<PlannedLine> next = lines.next();
      if (next.value().hints() instanceof MatchHints.ForCustomer hints) {
        CustomerLine line = (CustomerLine) next.value().line();
        names.add(next.key());
        importedNames.put(line.externalId(), next.key());
        if (hints.spareKey() != null) {
          importedNames.putIfAbsent(hints.spareKey(), next.key());
        }
      }
    }
  }

  public void add(ListedItem.Technician technician) {
    technicians.addExisting(technician);
  }

  /** Takes a customer who is held; to be called for all before their agreements. */
  public void add(ListedItem.Customer customer) throws IOException {
    externalIds.addExisting(customer.line());
    String name =
        importedNames.getOrDefault(
            customer.line().externalId(), Names.folded(customer.line().name()));
    if (names.contains(name)) {
      existingNames.put(customer.id(), name);
      existing.add(name, customer);
    }
  }

  public void add(ListedItem.Agreement agreement) throws IOException {
    externalIds.addExisting(agreement.line());
    String name = existingNames.get(agreement.customerId());
    if (name != null) {
      existing.add(name, agreement);
    }
  }

  /** Takes a visit that is held; to be called for all after technicians and agreements. */
  public void addVisit(JsonNode item) throws IOException {
    String plannedBy = technicians.existingKey(item.path("plannedTechnicianId").asText());
    ListedItem.Visit visit = ListedItem.Visit.of(item, plannedBy);
    externalIds.addExisting(visit.line());
    String name = existingNames.get(visit.customerId());
    if (name != null) {
      existing.add(name, visit);
    }
  }

  /** Writes what is new as it is to be sent. */
  public Map<Destination, LineFile> recognise() throws IOException {
    var writer = new LineWriter(technicians, externalIds, notes, unsent, files);
    for (PlannedLine planned : plan.technicians()) {
      writer.write(planned.origin(), (TechnicianLine) planned.line());
    }
    var matching = new Matching(plan.zone(), technicians, notes, unsent);
    Iterator<SortedSpool.Keyed<PlannedLine>> lines = plan.lines();
    Iterator<SortedSpool.Keyed<ListedItem>> items = existing.sorted();
    SortedSpool.Keyed<PlannedLine> line = next(lines);
    SortedSpool.Keyed<ListedItem> item = next(items);
    while (line != null) {
      String name = line.key();
      var group = new NameGroup();
      for (; line != null && line.key().equals(name); line = next(lines)) {
        group.add(line.value());
      }
      for (; item != null && item.key().equals(name); item = next(items)) {
        group.add(item.value(), plan.zone());
      }
      for (ImportedCustomer customer : matching.match(group)) {
        writer.write(group, customer);
      }
    }
    externalIds.write(writer);
    for (LineFile file : files.values()) {
      file.close();
    }
    return files;
  }

  private static <T> T next(Iterator<T> entries) {
    return entries.hasNext() ? entries.next() : null;
  }

  @Override
  public void close() throws IOException {
    existing.close();
    externalIds.close();
    for (LineFile file : files.values()) {
      file.close();
    }
    folder.close();
  }
}
