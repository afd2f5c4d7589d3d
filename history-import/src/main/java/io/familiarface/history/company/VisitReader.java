package io.familiarface.history.company;

import io.familiarface.history.HistoryOptions;
import io.familiarface.history.column.Field;
import io.familiarface.history.file.Row;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.report.RejectedLine;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.value.Contact;
import io.familiarface.history.value.DateOrder;
import io.familiarface.history.value.Dates;
import io.familiarface.history.value.Names;
import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Price;
import io.familiarface.history.value.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The second reading: what each line says, or why it can't come in. */
final class VisitReader {
  private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

  /** A day further ahead than this is a slip of the pen, not a plan. */
  private static final int DAYS_AHEAD = 400;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WORDS = 2_000;
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc",
          "llc",
          "ltd",
          "corp",
          "co",
          "company",
          "gmbh",
          "plc",
          "llp",
          "lp",
          "limited",
          "incorporated",
          "corporation");

  private final HistoryOptions options;
  private final Tallies tallies;
  private final Notes notes;
  private final RejectedLines rejected;
  private final Technicians technicians;
  private final boolean byCustomerId;
  private final Dates dates;
  private final Dates cancellationDates;
  private final DateOrder order;
  private final LocalDate today;
  private final Words words = new Words();

  VisitReader(
      HistoryOptions options, Survey survey, Tallies tallies, Notes notes, RejectedLines rejected) {
    this.options = options;
    this.tallies = tallies;
    this.notes = notes;
    this.rejected = rejected;
    this.technicians = survey.technicians();
    this.byCustomerId = survey.hasCustomerIds();
    // Where nothing decides, no date depends on it: else it would have been asked for.
    this.order = options.dateOrder().or(survey::order).orElse(DateOrder.MONTH_DAY_YEAR);
    this.dates = new Dates(order, options.zone());
    this.cancellationDates =
        new Dates(options.dateOrder().or(survey::cancellationOrder).orElse(order), options.zone());
    this.today = LocalDate.ofInstant(options.clock().instant(), options.zone());
  }

  /** What a line says of a visit; empty when it is none, or was rejected. */
  Optional<SeenVisit> read(Row raw, RowView row) throws IOException {
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
    Dates.Moment moment = tallies.read(row, Field.DATE, dates::read);
    if (moment == null) {
      return rejectDate(row);
    }
    LocalDate day = moment.day();
    if (day.isBefore(EARLIEST) || day.isAfter(today.plusDays(DAYS_AHEAD))) {
      return reject(
          row, Field.DATE, "This is the year %d: correct the date.".formatted(day.getYear()));
    }
    String customer = row.customer();
    if (customer.isEmpty()) {
      return reject(row, Field.CUSTOMER, "No customer is named: fill in who was visited.");
    }
    return outcome(row, day)
        .map(outcome -> visit(row, moment, customer, outcome))
        .flatMap(v -> checked(row, v));
  }

  private Optional<SeenVisit> rejectDate(RowView row) throws IOException {
    String text = row.text(Field.DATE);
    return reject(
        row,
        Field.DATE,
        text.isEmpty()
            ? "There is no date: fill it in."
            : "This is no date in the order %s: correct it, or say with --date-format how dates are written."
                .formatted(order.words()));
  }

  /** Blank is what has been for a day that has passed, and what is planned for one to come. */
  private Optional<Outcome> outcome(RowView row, LocalDate day) throws IOException {
    boolean ahead = day.isAfter(today);
    String text = row.text(Field.OUTCOME);
    Outcome outcome = tallies.word(row, Field.OUTCOME, words.outcome);
    if (outcome == null && !text.isEmpty()) {
      return reject(
          row,
          Field.OUTCOME,
          "This word is not known: write \"outcome.%s = completed\" (or missed, planned, cancelled) in a mapping file."
              .formatted(text));
    }
    Outcome meant = outcome != null ? outcome : ahead ? Outcome.PLANNED : Outcome.COMPLETED;
    String customer = row.customer();
    if (meant == Outcome.CALLED_OFF) {
      notes.add(Note.CALLED_OFF, row.line(), customer + " " + day);
      return Optional.empty();
    }
    if (meant == Outcome.PLANNED && day.isBefore(today)) {
      notes.add(Note.STILL_PLANNED, row.line(), customer + " " + day);
      return Optional.empty();
    }
    if (meant == Outcome.PLANNED && row.text(Field.VISIT_ID).isEmpty()) {
      notes.add(Note.PLANNED_WITHOUT_ID, row.line(), customer + " " + day);
      return Optional.empty();
    }
    if (meant != Outcome.PLANNED && ahead) {
      return reject(
          row,
          Field.DATE,
          "The visit lies ahead and can't be %s yet: correct the date or the outcome."
              .formatted(meant == Outcome.COMPLETED ? "completed" : "missed"));
    }
    return Optional.of(meant);
  }

  private SeenVisit visit(RowView row, Dates.Moment moment, String customer, Outcome outcome) {
    for (Field name : List.of(Field.CUSTOMER, Field.FIRST_NAME, Field.LAST_NAME)) {
      tallies.text(row, name, LONGEST_NAME);
    }
    tallies.text(row, Field.TECHNICIAN_ID, LONGEST_NAME);
    List<String> keys = technicians.keys(row.text(Field.TECHNICIAN));
    tallies.read(row, Field.TECHNICIAN, text -> keys.isEmpty() ? null : text);
    if (keys.size() > 1) {
      notes.add(Note.TEAM, row.line(), row.text(Field.TECHNICIAN));
    }
    LocalTime time = tallies.read(row, Field.TIME, Dates::time);
    Price price = tallies.read(row, Field.PRICE, text -> Price.read(text, options.currency()));
    Notice told = notice(row, Field.TOLD);
    Notice introduced = notice(row, Field.INTRODUCED);
    Dates.Moment cancelled = tallies.read(row, Field.CANCELLED_ON, cancellationDates::read);
    String company = tallies.text(row, Field.COMPANY, LONGEST_NAME);
    return new SeenVisit(
        row.line(),
        moment.day(),
        time != null ? time : moment.time(),
        cut(customer, LONGEST_NAME),
        byCustomerId ? tallies.read(row, Field.CUSTOMER_ID, Names::given) : null,
        company != null || isCompany(customer),
        tallies.read(row, Field.PHONE, Contact::phone),
        tallies.read(row, Field.EMAIL, Contact::email),
        home(row),
        where(row),
        tallies.text(row, Field.BRANCH, 100),
        keys,
        tallies.read(row, Field.VISIT_ID, Names::given),
        outcome,
        tallies.word(row, Field.REASON, words.changeReason),
        tallies.word(row, Field.PERMANENCE, words.permanence),
        told.yes(),
        told.on(),
        introduced.yes(),
        introduced.on(),
        tallies.text(row, Field.PROGRAM, LONGEST_NAME),
        price == null ? null : price.amount().toPlainString(),
        price == null ? null : price.currency(),
        cancelled == null ? null : cancelled.day(),
        cancelReason(row),
        cut(row.text(Field.CANCEL_REASON), LONGEST_WORDS));
  }

  private Optional<SeenVisit> checked(RowView row, SeenVisit visit) {
    try {
      if (byCustomerId && visit.customerId() == null) {
        return reject(
            row,
            Field.CUSTOMER_ID,
            "There is no customer id, though the other lines have one: fill it in.");
      }
      if (visit.isCompleted() && visit.technicians().isEmpty()) {
        return reject(row, Field.TECHNICIAN, "Nobody is named who came: fill in the technician.");
      }
      return Optional.of(visit);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Yes, no, or the day on which it was done. */
  private record Notice(Boolean yes, LocalDate on) {}

  private Notice notice(RowView row, Field field) {
    String text = row.text(field);
    Dates.Moment moment = text.isEmpty() ? null : dates.read(text);
    if (moment != null) {
      tallies.of(field).understood();
      return new Notice(null, moment.day());
    }
    return new Notice(tallies.word(row, field, words.yesOrNo), null);
  }

  private String cancelReason(RowView row) {
    return row.text(Field.CANCEL_REASON).isEmpty()
        ? tallies.word(row, Field.CANCEL_REASON, words.cancelReason)
        : Optional.ofNullable(tallies.word(row, Field.CANCEL_REASON, words.cancelReason))
            .orElse("OTHER");
  }

  private static boolean isCompany(String customer) {
    String last = customer.substring(customer.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return LEGAL_FORMS.contains(last.endsWith(".") ? last.substring(0, last.length() - 1) : last);
  }

  /** As written; whether it is a whole address is seen once for each customer. */
  private Where where(RowView row) {
    String address = tallies.text(row, Field.ADDRESS, LONGEST_WORDS);
    Where where =
        new Where(
            address,
            tallies.text(row, Field.CITY, 100),
            tallies.text(row, Field.REGION, 100),
            tallies.text(row, Field.POSTAL_CODE, 20),
            tallies.text(row, Field.COUNTRY, 100));
    return address == null ? null : where;
  }

  private static String home(RowView row) {
    String address = row.text(Field.ADDRESS);
    return address.isEmpty()
        ? null
        : cut(Names.plain(address + " " + row.text(Field.POSTAL_CODE)), LONGEST_NAME);
  }

  private <T> Optional<T> reject(RowView row, Field field, String why) throws IOException {
    return reject(row, row.layout().header(field).orElse(field.label()), row.text(field), why);
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
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
