package io.familiarface.history.send;

import io.familiarface.history.Destination;
import io.familiarface.history.recognition.UnsentListener;
import io.familiarface.history.report.Notes;
import io.familiarface.history.report.RejectedLine;
import io.familiarface.history.report.RejectedLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of what was sent. Filled while it runs. */
public final class SendReport implements UnsentListener {
  private static final int AT_HAND = 200;

  /** Lines of one destination by what became of them. */
  public record Counts(long created, long updated, long unchanged, long rejected) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    public long all() {
      return created + updated + unchanged + rejected;
    }

    private Counts plus(String status) {
      return switch (status) {
        case "CREATED" -> new Counts(created + 1, updated, unchanged, rejected);
        case "UPDATED" -> new Counts(created, updated + 1, unchanged, rejected);
        case "UNCHANGED" -> new Counts(created, updated, unchanged + 1, rejected);
        case "REJECTED" -> new Counts(created, updated, unchanged, rejected + 1);
        default -> throw new SendingStopped("An import answered with an unknown status " + status);
      };
    }
  }

  /**
   * A line that a service refused.
   *
   * @param line of the company's file that it comes from
   */
  public record Refused(Destination destination, long line, String externalId, String why) {}

  private final Map<Destination, Counts> counts = new EnumMap<>(Destination.class);
  private final List<Refused> refused = new ArrayList<>();
  private final Notes notes = new Notes();
  private final RejectedLines all;
  private long refusedCount;

  /**
   * @param all where every line goes that a service refuses
   */
  SendReport(RejectedLines all) {
    this.all = all;
  }

  void count(Destination destination, String status) {
    counts.merge(destination, Counts.NONE.plus(status), (before, one) -> before.plus(status));
  }

  @Override
  public void unchanged(Destination destination) {
    count(destination, "UNCHANGED");
  }

  @Override
  public void refuse(Destination destination, long line, String externalId, String why) {
    count(destination, "REJECTED");
    refusedCount++;
    if (refused.size() < AT_HAND) {
      refused.add(new Refused(destination, line, externalId, why));
    }
    try {
      all.add(new RejectedLine(line, destination.words(), externalId, why));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a person should know about how lines were recognised among what is held. */
  public Notes notes() {
    return notes;
  }

  public Counts of(Destination destination) {
    return counts.getOrDefault(destination, Counts.NONE);
  }

  /** The first of the lines that a service refused. */
  public List<Refused> refused() {
    return List.copyOf(refused);
  }

  public long refusedCount() {
    return refusedCount;
  }

  /** The totals for one terminal. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "%-14s %10s %10s %10s %10s%n"
                .formatted("", "created", "updated", "unchanged", "rejected"));
    for (Destination destination : Destination.values()) {
      Counts c = of(destination);
      text.append(
          "%-14s %,10d %,10d %,10d %,10d%n"
              .formatted(
                  destination.words(), c.created(), c.updated(), c.unchanged(), c.rejected()));
    }
    for (Notes.Counted note : notes.all()) {
      text.append("%s: %,d%n".formatted(note.note().words(), note.count()));
      text.append("    %s%n".formatted(String.join("; ", note.examples())));
    }
    for (Refused line : refused.subList(0, Math.min(20, refused.size()))) {
      text.append(
          "  line %d (%s): %s%n".formatted(line.line(), line.destination().words(), line.why()));
    }
    if (refusedCount > 20) {
      text.append("  … and %,d more%n".formatted(refusedCount - 20));
    }
    return text.toString();
  }
}
