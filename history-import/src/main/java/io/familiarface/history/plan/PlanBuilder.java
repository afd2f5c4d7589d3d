package io.familiarface.history.plan;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.Progress;
import io.familiarface.history.column.Field;
import io.familiarface.history.column.GroupHeadings;
import io.familiarface.history.column.Layout;
import io.familiarface.history.file.Row;
import io.familiarface.history.file.TextFile;
import io.familiarface.history.line.TechnicianLine;
import io.familiarface.history.report.ClientReport;
import io.familiarface.history.report.ColumnReport;
import io.familiarface.history.report.Notes;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.report.SimilarCustomers;
import io.familiarface.history.row.CellReader;
import io.familiarface.history.row.FileProfile;
import io.familiarface.history.row.ParsedVisit;
import io.familiarface.history.row.RowView;
import io.familiarface.history.row.Technicians;
import io.familiarface.history.row.VisitReader;
import io.familiarface.history.spool.SortedSpool;
import io.familiarface.history.spool.TemporaryFolder;
import io.familiarface.history.value.DateEvidence;
import io.familiarface.history.value.DateOrder;
import java.io.IOException;
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
final class PlanBuilder {
  private static final long MEMORY_TO_SORT = 24L << 20;

  /** Nobody is visited so often: it is a collective account, such as "Cash". */
  private static final int MOST_VISITS = 20_000;

  private static final String ABOVE_THE_LINES = "(above the lines of each)";

  private final HistoryOptions options;
  private final Layout layout;
  private final FileProfile profile;
  private final Optional<ClientList> clients;
  private final Notes notes;
  private final RejectedLines rejected;
  private final CellReader cells;
  private final CustomerGroups groups;
  private final Set<String> came = new HashSet<>();
  private Map<String, Long> cadences = Map.of();
  private Optional<ClientReport> clientReport = Optional.empty();
  private SimilarCustomers similarCustomers = SimilarCustomers.none();

  PlanBuilder(
      HistoryOptions options,
      Layout layout,
      FileProfile profile,
      Optional<ClientList> clients,
      Notes notes,
      RejectedLines rejected) {
    this.options = options;
    this.layout = layout;
    this.profile = profile;
    this.clients = clients;
    this.notes = notes;
    this.rejected = rejected;
    this.cells = new CellReader(options.mapping());
    this.groups =
        new CustomerGroups(
            options, layout.header(Field.CUSTOMER).orElse("customer"), notes, rejected);
  }

  /** Reads the file a second time and writes all import lines. */
  void write(TextFile file, PlannedLines lines, TemporaryFolder folder, Progress progress)
      throws IOException {
    try (SortedSpool<ParsedVisit> spool =
            new SortedSpool<>(ParsedVisit.class, folder.make("rows"), MEMORY_TO_SORT);
        SimilarCustomerFinder similar = new SimilarCustomerFinder(folder.make("marks"))) {
      LocalDate lastDay = read(file, spool, progress);
      for (Technicians.Technician technician : profile.technicians().all()) {
        if (came.contains(technician.key())) {
          lines.add(
              technician.firstLine(), new TechnicianLine(technician.key(), technician.name()));
        }
      }
      CompanyTime days = new CompanyTime(options.zone(), options.clock());
      LocalDate until = lastDay == null || lastDay.isAfter(days.today()) ? days.today() : lastDay;
      CustomerLines customers = new CustomerLines(lines, notes, days, until, clients);
      writeCustomers(spool.sorted(), similar, customers, progress);
      similarCustomers = similar.find();
      cadences = customers.cadences();
      clientReport =
          customers.clients(options.clients().map(it -> it.getFileName().toString()).orElse(""));
    }
  }

  private LocalDate read(TextFile file, SortedSpool<ParsedVisit> spool, Progress progress)
      throws IOException {
    VisitReader reader = new VisitReader(options, profile, cells, notes, rejected);
    GroupHeadings grouping = new GroupHeadings(layout);
    LocalDate last = null;
    long count = 0;
    try (TextFile.OpenFile in = file.open()) {
      for (Row row = in.next(); row != null; row = in.next()) {
        if (row.line() <= layout.headerLine() || row.isBlank() || grouping.takes(row)) {
          continue;
        }
        Optional<ParsedVisit> visit = reader.read(new RowView(row, layout, grouping.name()));
        if (visit.isPresent()) {
          came.addAll(visit.get().isVisit() ? visit.get().technicians() : List.of());
          last = last == null || visit.get().day().isAfter(last) ? visit.get().day() : last;
          spool.add(groups.keyOf(visit.get()), visit.get());
        }
        if (++count % 1_000 == 0) {
          progress.at("Understanding", Math.min(in.bytesRead(), file.size()), file.size());
        }
      }
    }
    progress.at("Understanding", file.size(), file.size());
    return last;
  }

  private void writeCustomers(
      Iterator<SortedSpool.Keyed<ParsedVisit>> sorted,
      SimilarCustomerFinder similar,
      CustomerLines lines,
      Progress progress)
      throws IOException {
    String group = null;
    List<ParsedVisit> visits = new ArrayList<>();
    long count = 0;
    while (sorted.hasNext()) {
      SortedSpool.Keyed<ParsedVisit> entry = sorted.next();
      if (!entry.key().equals(group)) {
        groups.write(visits, similar, lines);
        visits = new ArrayList<>();
        group = entry.key();
      }
      ParsedVisit visit = entry.value();
      if (visits.size() < MOST_VISITS) {
        visits.add(visit);
      } else {
        groups.reject(
            visit,
            "This name has more than %,d visits, so it is no single customer: name the customers."
                .formatted(MOST_VISITS));
      }
      if (++count % 1_000 == 0) {
        progress.at("Putting together", count, Math.max(count, profile.rows()));
      }
    }
    groups.write(visits, similar, lines);
    progress.at("Putting together", profile.rows(), profile.rows());
  }

  List<String> sameNames() {
    return groups.sameNames();
  }

  long sameNameCount() {
    return groups.sameNameCount();
  }

  ClientReport clients() {
    return clientReport.orElseGet(ClientReport::none);
  }

  SimilarCustomers similarCustomers() {
    return similarCustomers;
  }

  Map<String, Long> cadences() {
    return cadences;
  }

  /** How each column that is used was understood. */
  List<ColumnReport> columns() {
    return Arrays.stream(Field.values())
        .filter(field -> layout.has(field) || layout.heading() == field)
        .map(f -> cells.of(f).report(f, layout.header(f).orElse(ABOVE_THE_LINES), how(f)))
        .toList();
  }

  private String how(Field field) {
    return switch (field) {
      case DATE, CANCELLED_ON -> how(profile.order(field), profile.dates(field));
      case CUSTOMER_ID ->
          profile.hasCustomerIds() ? "" : "too few lines have one, so customers go by their names";
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
