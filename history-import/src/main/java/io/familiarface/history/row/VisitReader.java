package io.familiarface.history.row;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.column.Field;
import io.familiarface.history.file.Row;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.value.DateOrder;
import io.familiarface.history.value.Dates;
import io.familiarface.history.value.Memo;
import io.familiarface.history.value.Names;
import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Price;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.TimeWindow;
import io.familiarface.history.value.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The second reading: what each line says, or why it can't come in. */
public final class VisitReader {
  private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

  private static final int LONGEST_EXAMPLE = 60;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WORDS = 2_000;

  private final HistoryOptions options;
  private final CellReader cells;
  private final Refusals refusals;
  private final OutcomeReader outcomes;
  private final CellFaults faults;
  private final FileProfile profile;
  private final Technicians technicians;
  private final CustomerCells customerCells;
  private final boolean byCustomerId;
  private final Map<Field, Dates> dates = new EnumMap<>(Field.class);
  private final DateOrder order;
  private final Words words = new Words();
  private final Memo<Price> prices;

  public VisitReader(
      HistoryOptions options,
      FileProfile profile,
      CellReader cells,
      Notes notes,
      RejectedLines rejected) {
    this.options = options;
    this.cells = cells;
    this.refusals = new Refusals(rejected, notes);
    this.profile = profile;
    this.technicians = profile.technicians();
    this.byCustomerId = profile.hasCustomerIds();
    this.customerCells = new CustomerCells(cells, byCustomerId);
    // Where nothing decides, no date depends on it: else it would have been asked for.
    this.order = orderOf(Field.DATE, options, profile).orElse(DateOrder.MONTH_DAY_YEAR);
    for (Field field : FileProfile.WITH_DATES) {
      DateOrder own = orderOf(field, options, profile).orElse(order);
      dates.put(field, new Dates(own, options.zone()));
    }
    this.faults = new CellFaults(technicians, refusals);
    this.outcomes =
        new OutcomeReader(
            cells, refusals, words, profile, dates.get(Field.OUTCOME), options.today());
    this.prices = new Memo<>(text -> Price.read(text, options.currency()));
  }

  private static Optional<DateOrder> orderOf(
      Field field, HistoryOptions options, FileProfile profile) {
    return options.dateOrder().or(() -> profile.order(field));
  }

  /** What a line says; empty when it says nothing that comes in. */
  public Optional<ParsedVisit> read(RowView row) throws IOException {
    Row raw = row.row();
    if (!raw.isReadable()) {
      return refusals.reject(row, "", "", raw.problem());
    }
    if (row.repeatsHeader()) {
      refusals.note(Note.REPEATED_HEADER, row, "header");
      return Optional.empty();
    }
    if (row.isShifted()) {
      return refusals.reject(
          row,
          "",
          String.join(" | ", raw.cells()),
          "The line has %d cells and the header %d: a separator stands in a cell without quotation marks. Put that cell in quotation marks."
              .formatted(raw.cells().size(), row.layout().headers().size()));
    }
    Dates.Moment dated = dates.get(Field.DATE).read(row.text(Field.DATE));
    if ((dated == null || row.text(Field.TECHNICIAN).isEmpty()) && isAside(row, dated)) {
      return Optional.empty();
    }
    Dates.Moment moment = cells.read(row, Field.DATE, text -> dated);
    if (moment == null) {
      return rejectDate(row);
    }
    LocalDate day = moment.day();
    if (isNoYear(day)) {
      return refusals.reject(
          row, Field.DATE, "This is the year %d: correct the date.".formatted(day.getYear()));
    }
    if (row.customer().isEmpty()) {
      return refusals.reject(
          row,
          Field.CUSTOMER,
          row.written(Field.CUSTOMER).isEmpty()
              ? "No customer is named: fill in who was visited."
              : "This says that no customer is known: fill in who was visited, with first and last"
                  + " name if somebody is called so.");
    }
    for (Field id : List.of(Field.CUSTOMER_ID, Field.VISIT_ID)) {
      if (profile.isRounded(id, row.text(id))) {
        return refusals.reject(
            row,
            id,
            "A spreadsheet has rounded this id, so that several have become one: export it once"
                + " more, and open the file with this column as text.");
      }
    }
    if (byCustomerId && row.text(Field.CUSTOMER_ID).isEmpty()) {
      return refusals.reject(
          row,
          Field.CUSTOMER_ID,
          "There is no customer id, though the other lines have one: fill it in.");
    }
    Optional<Outcome> outcome = outcomes.read(row, day);
    return outcome.isEmpty() || faults.refuses(row)
        ? Optional.empty()
        : visit(row, moment, outcome.get());
  }

  private boolean isAside(RowView row, Dates.Moment dated) {
    boolean total = dated == null && Asides.isTotal(row);
    boolean single = !total && (Asides.isSingle(row) || (dated == null && Asides.isRule(row)));
    if (total || single) {
      refusals.note(
          total ? Note.TOTAL_LINE : Note.ASIDE,
          row,
          Text.cut(Text.tidy(String.join(" ", row.row().cells())), LONGEST_EXAMPLE));
    }
    return total || single;
  }

  private boolean isNoYear(LocalDate day) {
    return day.isBefore(EARLIEST) || day.isAfter(options.latestDay());
  }

  private Optional<ParsedVisit> rejectDate(RowView row) throws IOException {
    return refusals.reject(
        row,
        Field.DATE,
        row.text(Field.DATE).isEmpty()
            ? "There is no date: fill it in."
            : "This is no date in the order %s, or names a month that is not known: correct it, or say with --date-format how dates are written."
                .formatted(order.words()));
  }

  private Optional<ParsedVisit> visit(RowView row, Dates.Moment moment, Outcome outcome)
      throws IOException {
    List<String> team = technicians.keys(row.text(Field.TECHNICIAN));
    cells.read(row, Field.TECHNICIAN, text -> team.isEmpty() ? null : text);
    cells.text(row, Field.TECHNICIAN_ID, LONGEST_NAME);
    if (outcome == Outcome.COMPLETED && team.isEmpty()) {
      return refusals.reject(
          row, Field.TECHNICIAN, "Nobody is named who came: fill in the technician.");
    }
    if (team.size() > 1) {
      refusals.note(Note.TEAM, row, row.text(Field.TECHNICIAN));
    }
    Dates dated = dates.get(Field.DATE);
    Dates.Moment timed = cells.read(row, Field.TIME, text -> dated.read(moment.day(), text));
    String told = row.text(Field.WINDOW);
    TimeWindow window = told.isEmpty() ? null : TimeWindow.ofCell(told);
    // No window, such as one time alone or two in another zone: it begins then all the same.
    boolean beginning =
        !told.isEmpty() && window == null && timed == null && !TimeWindow.isLength(told);
    Dates.Moment begun = beginning ? dated.read(moment.day(), told) : timed;
    cells.read(row, Field.WINDOW, text -> window != null ? window : beginning ? begun : null);
    Dates.Moment at = begun == null ? moment : begun;
    // They were told of the window: it is then that the visit was to begin.
    LocalTime time = window == null || window.from() == null ? at.time() : window.from();
    ParsedVisit visit =
        new ParsedVisit(
            row.line(),
            at.day(),
            time,
            new ParsedArrival(
                window == null || time == null ? null : window.minutes(), arrived(row, at.day())),
            customerCells.read(row),
            team,
            cells.read(row, Field.VISIT_ID, Names::given),
            outcome,
            change(row),
            cells.text(row, Field.PROGRAM, LONGEST_NAME),
            cells.read(row, Field.PRICE, prices::of),
            cancellation(row));
    return visit.isVisit() || visit.cancellation() != null ? Optional.of(visit) : Optional.empty();
  }

  /** A time of the day of the visit, with its date or without. */
  private LocalTime arrived(RowView row, LocalDate day) {
    Dates dated = dates.get(Field.DATE);
    return cells.read(
        row,
        Field.ARRIVED,
        text -> {
          Dates.Moment whole = dated.read(text);
          Dates.Moment moment = whole == null ? dated.read(day, text) : whole;
          return moment == null || !moment.day().equals(day) ? null : moment.time();
        });
  }

  private ParsedChange change(RowView row) {
    return new ParsedChange(
        cells.word(row, Field.REASON, words.changeReason),
        cells.word(row, Field.PERMANENCE, words.permanence),
        notice(row, Field.TOLD),
        notice(row, Field.INTRODUCED));
  }

  private ParsedChange.Notice notice(RowView row, Field field) {
    String text = row.text(field);
    Dates.Moment moment = text.isEmpty() ? null : dates.get(field).read(text);
    if (moment != null) {
      cells.of(field).understood();
      return new ParsedChange.Notice(null, moment.day());
    }
    return new ParsedChange.Notice(cells.word(row, field, words.yesOrNo), null);
  }

  private ParsedCancellation cancellation(RowView row) throws IOException {
    String text = row.text(Field.CANCELLED_ON);
    boolean no =
        words.yesOrNo.read(text).filter(yes -> !yes).isPresent()
            || outcomes.isTickedAsCancelled(row);
    if (no) {
      cells.of(Field.CANCELLED_ON).understood(text, "no day");
    }
    Dates dated = dates.get(Field.CANCELLED_ON);
    Dates.Moment moment = no ? null : cells.read(row, Field.CANCELLED_ON, dated::read);
    String reason = cells.word(row, Field.CANCEL_REASON, words.cancelReason);
    if (moment == null) {
      if (!text.isEmpty() && !no) {
        staysOut(row, "\"%s\" is no day: fill in when it was.".formatted(text));
      }
      return null;
    }
    if (isNoYear(moment.day())) {
      staysOut(row, "This is the year %d: correct the date.".formatted(moment.day().getYear()));
      return null;
    }
    String said = cut(row.text(Field.CANCEL_REASON), LONGEST_WORDS);
    return new ParsedCancellation(
        moment.day(), reason == null && said != null ? "OTHER" : reason, said);
  }

  /** The visit of the line comes in, and it is said that its cancellation doesn't. */
  private void staysOut(RowView row, String why) throws IOException {
    refusals.reject(row, Field.CANCELLED_ON, "The cancellation stays out. " + why);
  }

  private static String cut(String text, int longest) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return Text.cut(text, longest);
  }
}
