package io.familiarface.history.row;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.column.Field;
import io.familiarface.history.column.Layout;
import io.familiarface.history.file.Row;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.report.RejectedLine;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.value.DateOrder;
import io.familiarface.history.value.Dates;
import io.familiarface.history.value.Memo;
import io.familiarface.history.value.Names;
import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Price;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The second reading: what each line says, or why it can't come in. */
public final class VisitReader {
  private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

  /** What has no letters only, so that a name in it is another cell's. */
  private static final Set<Field> WITH_DIGITS =
      EnumSet.of(Field.PRICE, Field.PHONE, Field.EMAIL, Field.POSTAL_CODE, Field.TIME);

  private static final Set<Field> NOT_NAMES =
      EnumSet.complementOf(
          EnumSet.of(
              Field.DATE,
              Field.CUSTOMER,
              Field.FIRST_NAME,
              Field.LAST_NAME,
              Field.COMPANY,
              Field.TECHNICIAN));

  private static final Pattern OF_DAYS = Pattern.compile("(?i)date|[ _](?:on|at)\\b");
  private static final int LONGEST_EXAMPLE = 60;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WORDS = 2_000;

  private final HistoryOptions options;
  private final CellReader cells;
  private final Notes notes;
  private final RejectedLines rejected;
  private final FileProfile profile;
  private final Technicians technicians;
  private final CustomerCells customerCells;
  private final boolean byCustomerId;
  private final Map<Field, Dates> dates = new EnumMap<>(Field.class);
  private final DateOrder order;
  private final LocalDate today;
  private final Words words = new Words();
  private final Memo<Price> prices;
  private FlagColumns flags;

  public VisitReader(
      HistoryOptions options,
      FileProfile profile,
      CellReader cells,
      Notes notes,
      RejectedLines rejected) {
    this.options = options;
    this.cells = cells;
    this.notes = notes;
    this.rejected = rejected;
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
    this.today = options.today();
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
      return reject(row, "", "", raw.problem());
    }
    if (row.repeatsHeader()) {
      notes.add(Note.REPEATED_HEADER, row.line(), "header");
      return Optional.empty();
    }
    if (row.isShifted()) {
      return reject(
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
      return reject(
          row, Field.DATE, "This is the year %d: correct the date.".formatted(day.getYear()));
    }
    if (row.customer().isEmpty()) {
      return reject(
          row,
          Field.CUSTOMER,
          row.written(Field.CUSTOMER).isEmpty()
              ? "No customer is named: fill in who was visited."
              : "This says that no customer is known: fill in who was visited, with first and last"
                  + " name if somebody is called so.");
    }
    for (Field id : List.of(Field.CUSTOMER_ID, Field.VISIT_ID)) {
      if (profile.isRounded(id, row.text(id))) {
        return reject(
            row,
            id,
            "A spreadsheet has rounded this id, so that several have become one: export it once"
                + " more, and open the file with this column as text.");
      }
    }
    if (byCustomerId && row.text(Field.CUSTOMER_ID).isEmpty()) {
      return reject(
          row,
          Field.CUSTOMER_ID,
          "There is no customer id, though the other lines have one: fill it in.");
    }
    Optional<Outcome> outcome = outcome(row, day);
    return outcome.isEmpty() || isBroken(row)
        ? Optional.empty()
        : visit(row, moment, outcome.get());
  }

  private boolean isAside(RowView row, Dates.Moment dated) {
    boolean total = dated == null && Asides.isTotal(row);
    boolean single = !total && (Asides.isSingle(row) || (dated == null && Asides.isRule(row)));
    if (total || single) {
      notes.add(
          total ? Note.TOTAL_LINE : Note.ASIDE,
          row.line(),
          Text.cut(Text.tidy(String.join(" ", row.row().cells())), LONGEST_EXAMPLE));
    }
    return total || single;
  }

  /** Says so when a cell that is used is no text, or seems to stand in another's place. */
  private boolean isBroken(RowView row) throws IOException {
    for (Map.Entry<Field, Integer> used : row.layout().columns().entrySet()) {
      String control = Text.control(row.row().cell(used.getValue()));
      if (control != null) {
        reject(
            row,
            used.getKey(),
            "The cell has %s in it, which is no text: delete it.".formatted(control));
        return true;
      }
    }
    boolean inTwo = row.hasCellInTwo();
    for (Field field : row.layout().columns().keySet()) {
      if (seemsShifted(row, field, inTwo)) {
        reject(
            row,
            field,
            "A comma seems to stand in a cell without quotation marks, so that the cells behind it"
                + " are one too far right. Put that cell in quotation marks.");
        return true;
      }
    }
    return false;
  }

  /** A technician's name where a price is due, or behind a name that is in two cells. */
  private boolean seemsShifted(RowView row, Field field, boolean inTwo) {
    if (!WITH_DIGITS.contains(field) && (!inTwo || !NOT_NAMES.contains(field))) {
      return false;
    }
    String text = row.text(field);
    boolean words =
        !text.isEmpty() && text.chars().noneMatch(c -> c == '@' || (c >= '0' && c <= '9'));
    return words
        && (technicians.isNamed(text)
            || (inTwo && WITH_DIGITS.contains(field) && text.contains(" ")));
  }

  private boolean isNoYear(LocalDate day) {
    return day.isBefore(EARLIEST) || day.isAfter(options.latestDay());
  }

  private Optional<ParsedVisit> rejectDate(RowView row) throws IOException {
    return reject(
        row,
        Field.DATE,
        row.text(Field.DATE).isEmpty()
            ? "There is no date: fill it in."
            : "This is no date in the order %s, or names a month that is not known: correct it, or say with --date-format how dates are written."
                .formatted(order.words()));
  }

  /**
   * How a visit went, CALLED_OFF for what is none. Blank is what has been for a day that has
   * passed, and what is planned for one to come.
   */
  private Optional<Outcome> outcome(RowView row, LocalDate day) throws IOException {
    boolean ahead = day.isAfter(today);
    String text = row.text(Field.OUTCOME);
    Outcome stated = statedOutcome(row, text);
    if (stated == null && !text.isEmpty()) {
      return reject(
          row,
          Field.OUTCOME,
          "This word is not known: write \"outcome.%s = completed\" (or missed, planned, cancelled) in a mapping file."
              .formatted(Text.cut(text, LONGEST_EXAMPLE)));
    }
    if (stated != Outcome.COMPLETED && isTickedAsCancelled(row)) {
      return none(Note.CALLED_OFF, row, day);
    }
    Optional<Outcome> flag = flags(row.layout()).read(row);
    if (flag.isPresent() && (stated == null || stated == Outcome.COMPLETED)) {
      stated = flag.get();
    }
    boolean tick = isTick(row) && (stated == null || stated == Outcome.MISSED);
    if (!ahead && (tick || (stated == null && profile.saysWhatWasMade()))) {
      return none(Note.NOT_SAID_TO_BE_MADE, row, day);
    }
    Outcome outcome =
        stated != null && !tick ? stated : ahead ? Outcome.PLANNED : Outcome.COMPLETED;
    if (outcome == Outcome.CALLED_OFF) {
      return none(Note.CALLED_OFF, row, day);
    }
    if (outcome == Outcome.PLANNED && day.isBefore(today)) {
      return none(Note.STILL_PLANNED, row, day);
    }
    if (outcome == Outcome.PLANNED && row.text(Field.VISIT_ID).isEmpty()) {
      return none(Note.PLANNED_WITHOUT_ID, row, day);
    }
    if (outcome != Outcome.PLANNED && ahead) {
      return reject(
          row,
          Field.DATE,
          "The visit lies ahead and can't be %s yet: correct the date or the outcome."
              .formatted(outcome == Outcome.COMPLETED ? "completed" : "missed"));
    }
    return Optional.of(outcome);
  }

  private FlagColumns flags(Layout layout) {
    if (flags == null) {
      flags = new FlagColumns(layout, words);
    }
    return flags;
  }

  /**
   * A column "Completed" is ticked, or has a day, for what was made, and says no more of others.
   */
  private static boolean isTick(RowView row) {
    return row.layout().header(Field.OUTCOME).filter(FlagColumns::isForMade).isPresent();
  }

  /**
   * A column "Cancelled" is of the visit when it is ticked, and of the customer when it has days.
   */
  private boolean isTickedAsCancelled(RowView row) {
    return row.layout()
            .header(Field.CANCELLED_ON)
            .filter(it -> !OF_DAYS.matcher(it).find())
            .isPresent()
        && words.yesOrNo.read(row.text(Field.CANCELLED_ON)).orElse(false);
  }

  /** A column "completed" may have the day on which it was. */
  private Outcome statedOutcome(RowView row, String text) {
    if (!text.isEmpty() && dates.get(Field.OUTCOME).read(text) != null) {
      cells.of(Field.OUTCOME).understood();
      return Outcome.COMPLETED;
    }
    return cells.word(row, Field.OUTCOME, words.outcome);
  }

  private Optional<Outcome> none(Note note, RowView row, LocalDate day) {
    notes.add(note, row.line(), row.customer() + " " + day);
    return Optional.of(Outcome.CALLED_OFF);
  }

  private Optional<ParsedVisit> visit(RowView row, Dates.Moment moment, Outcome outcome)
      throws IOException {
    List<String> team = technicians.keys(row.text(Field.TECHNICIAN));
    cells.read(row, Field.TECHNICIAN, text -> team.isEmpty() ? null : text);
    cells.text(row, Field.TECHNICIAN_ID, LONGEST_NAME);
    if (outcome == Outcome.COMPLETED && team.isEmpty()) {
      return reject(row, Field.TECHNICIAN, "Nobody is named who came: fill in the technician.");
    }
    if (team.size() > 1) {
      notes.add(Note.TEAM, row.line(), row.text(Field.TECHNICIAN));
    }
    Dates dated = dates.get(Field.DATE);
    Dates.Moment timed = cells.read(row, Field.TIME, text -> dated.read(moment.day(), text));
    Dates.Moment at = timed == null ? moment : timed;
    ParsedVisit visit =
        new ParsedVisit(
            row.line(),
            at.day(),
            at.time(),
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
        words.yesOrNo.read(text).filter(yes -> !yes).isPresent() || isTickedAsCancelled(row);
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
    reject(row, Field.CANCELLED_ON, "The cancellation stays out. " + why);
  }

  private <T> Optional<T> reject(RowView row, Field field, String why) throws IOException {
    return reject(row, row.layout().header(field).orElse(field.label()), row.written(field), why);
  }

  private <T> Optional<T> reject(RowView row, String column, String value, String why)
      throws IOException {
    rejected.add(new RejectedLine(row.line(), column, cut(value, LONGEST_NAME), why));
    return Optional.empty();
  }

  private static String cut(String text, int longest) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return Text.cut(text, longest);
  }
}
