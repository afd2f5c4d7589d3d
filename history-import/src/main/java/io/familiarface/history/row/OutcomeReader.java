package io.familiarface.history.row;

import io.familiarface.history.column.Field;
import io.familiarface.history.column.Layout;
import io.familiarface.history.report.Note;
import io.familiarface.history.value.Dates;
import io.familiarface.history.value.Outcome;
import io.familiarface.history.value.Text;
import io.familiarface.history.value.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how a visit went. One that did not take place is never read as made. */
final class OutcomeReader {
  private static final Pattern OF_DAYS = Pattern.compile("(?i)date|[ _](?:on|at)\\b");
  private static final int LONGEST_EXAMPLE = 60;

  private final CellReader cells;
  private final Refusals refusals;
  private final Words words;
  private final FileProfile profile;
  private final Dates dates;
  private final LocalDate today;
  private FlagColumns flags;

  /**
   * @param dates of the column of outcomes, which may be days
   */
  OutcomeReader(
      CellReader cells,
      Refusals refusals,
      Words words,
      FileProfile profile,
      Dates dates,
      LocalDate today) {
    this.cells = cells;
    this.refusals = refusals;
    this.words = words;
    this.profile = profile;
    this.dates = dates;
    this.today = today;
  }

  /**
   * How a visit went, CALLED_OFF for what is none. Blank is what has been for a day that has
   * passed, and what is planned for one to come.
   */
  Optional<Outcome> read(RowView row, LocalDate day) throws IOException {
    boolean ahead = day.isAfter(today);
    String text = row.text(Field.OUTCOME);
    Outcome stated = statedOutcome(row, text);
    if (stated == null && !text.isEmpty()) {
      return refusals.reject(
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
      return refusals.reject(
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
  boolean isTickedAsCancelled(RowView row) {
    return row.layout()
            .header(Field.CANCELLED_ON)
            .filter(it -> !OF_DAYS.matcher(it).find())
            .isPresent()
        && words.yesOrNo.read(row.text(Field.CANCELLED_ON)).orElse(false);
  }

  /** A column "completed" may have the day on which it was. */
  private Outcome statedOutcome(RowView row, String text) {
    if (!text.isEmpty() && dates.read(text) != null) {
      cells.of(Field.OUTCOME).understood();
      return Outcome.COMPLETED;
    }
    return cells.word(row, Field.OUTCOME, words.outcome);
  }

  private Optional<Outcome> none(Note note, RowView row, LocalDate day) {
    refusals.note(note, row, row.customer() + " " + day);
    return Optional.of(Outcome.CALLED_OFF);
  }
}
