package io.familiarface.history.company;

import io.familiarface.history.Destination;
import io.familiarface.history.HistoryOptions;
import io.familiarface.history.Progress;
import io.familiarface.history.column.Field;
import io.familiarface.history.column.Grouping;
import io.familiarface.history.column.Layout;
import io.familiarface.history.file.Row;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.report.ColumnReport;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.report.RejectedLine;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.spool.SortedSpool;
import io.familiarface.history.value.DateEvidence;
import io.familiarface.history.value.DateOrder;
import io.familiarface.history.value.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a company of a file: its technicians, its customers, their agreements and visits. The lines
 * are sorted by customer on disk, so that only one customer at a time is in memory.
 */
public final class Company {
  private static final long MEMORY_TO_SORT = 24L << 20;

  /** Nobody is visited so often: it is a collective account, such as "Cash". */
  private static final int MOST_VISITS = 20_000;

  private static final int SAME_NAMES_AT_HAND = 50;

  private static final String ABOVE_THE_LINES = "(above the lines of each)";

  private final HistoryOptions options;
  private final Layout layout;
  private final Survey survey;
  private final Notes notes;
  private final RejectedLines rejected;
  private final Tallies tallies;
  private final Set<String> oneCustomer = new HashSet<>();
  private final List<String> sameNames = new ArrayList<>();
  private long sameNameCount;
  private Map<String, Long> cadences = Map.of();

  public Company(
      HistoryOptions options, Layout layout, Survey survey, Notes notes, RejectedLines rejected) {
    this.options = options;
    this.layout = layout;
    this.survey = survey;
    this.notes = notes;
    this.rejected = rejected;
    this.tallies = new Tallies(options.mapping());
    options.mapping().oneCustomer().forEach(name -> oneCustomer.add(Names.folded(name)));
  }

  /** Reads the file a second time and writes all import lines. */
  public void write(TextFile file, LineFiles files, Path folder, Progress progress)
      throws IOException {
    for (Technicians.Technician technician : survey.technicians().all()) {
      files.add(
          Destination.TECHNICIANS,
          technician.firstLine(),
          new ImportLines.Technician(technician.key(), technician.name()));
    }
    try (SortedSpool spool = new SortedSpool(folder, MEMORY_TO_SORT)) {
      LocalDate lastDay = read(file, spool, progress);
      CompanyDays days = new CompanyDays(options.zone(), options.clock());
      LocalDate until = lastDay == null || lastDay.isAfter(days.today()) ? days.today() : lastDay;
      CustomerLines lines = new CustomerLines(files, notes, days, until);
      writeCustomers(spool.sorted(), lines, progress);
      cadences = lines.cadences();
    }
  }

  private LocalDate read(TextFile file, SortedSpool spool, Progress progress) throws IOException {
    VisitReader reader = new VisitReader(options, survey, tallies, notes, rejected);
    Grouping grouping = new Grouping(layout);
    LocalDate last = null;
    long count = 0;
    try (TextFile.OpenFile in = file.open()) {
      for (Row row = in.next(); row != null; row = in.next()) {
        if (row.line() <= layout.headerLine() || row.isBlank() || grouping.takes(row)) {
          continue;
        }
        Optional<SeenVisit> visit = reader.read(new RowView(row, layout, grouping.name()));
        if (visit.isPresent()) {
          last = last == null || visit.get().day().isAfter(last) ? visit.get().day() : last;
          spool.add(group(visit.get()), VisitCodec.encode(visit.get()));
        }
        if (++count % 1_000 == 0) {
          progress.at("Understanding", Math.min(in.bytesRead(), file.size()), file.size());
        }
      }
    }
    progress.at("Understanding", file.size(), file.size());
    return last;
  }

  private static String group(SeenVisit visit) {
    return visit.customer().id() != null
        ? "id " + visit.customer().id()
        : "name " + Names.folded(visit.name());
  }

  private void writeCustomers(
      Iterator<SortedSpool.Entry> sorted, CustomerLines lines, Progress progress)
      throws IOException {
    String group = null;
    List<SeenVisit> visits = new ArrayList<>();
    long count = 0;
    while (sorted.hasNext()) {
      SortedSpool.Entry entry = sorted.next();
      if (!entry.key().equals(group)) {
        write(visits, lines);
        visits = new ArrayList<>();
        group = entry.key();
      }
      SeenVisit visit = VisitCodec.decode(entry.value());
      if (visits.size() < MOST_VISITS) {
        visits.add(visit);
      } else {
        reject(
            visit,
            "This name has more than %,d visits, so it is no single customer: name the customers."
                .formatted(MOST_VISITS));
      }
      if (++count % 1_000 == 0) {
        progress.at("Putting together", count, Math.max(count, survey.rows()));
      }
    }
    write(visits, lines);
    progress.at("Putting together", survey.rows(), survey.rows());
  }

  private void write(List<SeenVisit> visits, CustomerLines lines) throws IOException {
    if (visits.isEmpty()) {
      return;
    }
    String id = visits.get(0).customer().id();
    if (id != null) {
      writeOne(Identity.given(id), visits, lines);
      return;
    }
    String name = visits.get(0).name();
    boolean isOne = oneCustomer.contains(Names.folded(name));
    Identities.Split split = Identities.split(visits, isOne);
    List<String> keys = Identities.keys(split.people());
    for (int i = 0; i < keys.size(); i++) {
      Identities.Person person = split.people().get(i);
      String spare = person.mark().isEmpty() ? null : Identities.spareKey(person);
      writeOne(new Identity(keys.get(i), false, spare, isOne), person.visits(), lines);
    }
    for (Identities.Joined joined : split.joined()) {
      notes.add(Note.JOINED, joined.one().line(), SameName.words(name, joined));
    }
    if (keys.size() > 1) {
      sameNameCount++;
      if (sameNames.size() < SAME_NAMES_AT_HAND) {
        sameNames.add(SameName.words(name, split.people()));
      }
    }
    for (SeenVisit visit : split.unclear()) {
      reject(
          visit,
          "There are %d customers of this name, and the line has no phone, e-mail or address to tell which: fill one in, or a customer id."
              .formatted(keys.size()));
    }
  }

  private void writeOne(Identity who, List<SeenVisit> visits, CustomerLines lines)
      throws IOException {
    List<SeenVisit> byDay = visits.stream().sorted(Identities.BY_DAY).toList();
    Repeats repeats = Repeats.among(byDay);
    for (SeenVisit visit : repeats.again()) {
      notes.add(Note.REPEATED_VISIT, visit.line(), visit.name() + " on " + visit.day());
    }
    for (SeenVisit visit : repeats.contradicting()) {
      reject(
          visit,
          "Visit id %s stands in another line with another date: correct the id."
              .formatted(visit.visitId()));
    }
    lines.write(who, repeats.visits());
  }

  private void reject(SeenVisit visit, String why) throws IOException {
    rejected.add(
        new RejectedLine(
            visit.line(), layout.header(Field.CUSTOMER).orElse("customer"), visit.name(), why));
  }

  public List<String> sameNames() {
    return List.copyOf(sameNames);
  }

  public long sameNameCount() {
    return sameNameCount;
  }

  public Map<String, Long> cadences() {
    return cadences;
  }

  /** How each column that is used was understood. */
  public List<ColumnReport> columns() {
    return Arrays.stream(Field.values())
        .filter(field -> layout.has(field) || layout.heading() == field)
        .map(f -> tallies.of(f).report(f, layout.header(f).orElse(ABOVE_THE_LINES), how(f)))
        .toList();
  }

  private String how(Field field) {
    return switch (field) {
      case DATE, CANCELLED_ON -> how(survey.order(field), survey.dates(field));
      case CUSTOMER_ID ->
          survey.hasCustomerIds() ? "" : "too few lines have one, so customers go by their names";
      default -> "";
    };
  }

  private String how(Optional<DateOrder> found, DateEvidence dates) {
    if (options.dateOrder().isPresent()) {
      return "as " + options.dateOrder().get().words();
    }
    String by = dates.deciding().map(example -> ", decided by " + example).orElse("");
    return found.map(order -> "as " + order.words() + by).orElse("");
  }
}
