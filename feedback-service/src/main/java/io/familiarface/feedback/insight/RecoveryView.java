package io.familiarface.feedback.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.statistics.Proportion;
import io.familiarface.feedback.words.IntervalView;
import io.familiarface.feedback.words.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of mending what we broke. */
@Schema(name = "RecoveryInsight", description = "What came of complaints, by how they were mended.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record RecoveryView(
    @Schema(description = "Complaints received from then on.") Instant from,
    Instant to,
    Outcome all,
    @Schema(
            description =
                "By what was agreed, most first. A case that came back counts with each of its"
                    + " remedies: each is judged by what came of it.")
        List<Outcome> items,
    @Schema(description = "By how severe the complaint was.") List<Outcome> bySeverity,
    @Schema(description = "What was found, in sentences.") List<String> findings) {

  static final int GONE_WITHIN_DAYS = 180;

  private static final Map<String, String> REMEDIES =
      Map.of(
          "PAY_DAMAGE", "paying the damage",
          "DISCOUNT", "a discount",
          "CREDIT", "a credit",
          "REDO", "doing it again",
          "OTHER", "another remedy",
          "NONE", "no remedy on record");

  /**
   * Complaints of a group as the database counts them.
   *
   * @param dimension REMEDY, SEVERITY, or null for all
   * @param settled closed, and neither lost nor open again
   * @param watched those of so long ago that it is known whether the customer left soon after
   * @param goneAfterwards of these, how many did
   * @param quickest a quarter of the settled ones took at most so many days
   */
  record Row(
      String dimension,
      String key,
      int cases,
      int settled,
      int satisfied,
      int dissatisfied,
      int reopened,
      int lost,
      int watched,
      int goneAfterwards,
      Double quickest,
      Double middle,
      Double slowest) {}

  /** What came of some complaints. */
  @Schema(name = "RecoveryOutcome")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Outcome(
      @Schema(
              description =
                  "PAY_DAMAGE, DISCOUNT, CREDIT, REDO, OTHER, NONE; or LOW, MEDIUM, HIGH; null for"
                      + " all.",
              examples = "REDO")
          String key,
      @Schema(examples = "doing it again") String name,
      @Schema(description = "By remedy: how often it was agreed on.") int cases,
      @Schema(description = "Those that are CLOSED; of a remedy, also if it came back later.")
          int settled,
      int satisfied,
      int dissatisfied,
      int reopened,
      @Schema(description = "Cases that ended LOST.") int lost,
      @Schema(description = "Of those who said so, the share that is satisfied.", examples = "0.75")
          BigDecimal satisfiedShare,
      IntervalView satisfiedInterval,
      @Schema(description = "Of all, the share that came back.", examples = "0.08")
          BigDecimal reopenedShare,
      IntervalView reopenedInterval,
      @Schema(
              description =
                  "Those of at least 180 days ago: of the others it is not known yet whether the"
                      + " customer leaves within that time.")
          int watched,
      @Schema(description = "Of the watched, whose customers cancelled within 180 days.")
          int leftAfterwards,
      @Schema(description = "Of the watched; null without any.") BigDecimal leftShare,
      IntervalView leftInterval,
      @Schema(
              description =
                  "The median of the days from the complaint, or from its coming back, to its being"
                      + " settled; what is still open is not in it, and may take longer.",
              examples = "6.5")
          BigDecimal daysToRecover,
      @Schema(description = "Half of the cases took between these two.")
          DaysBetween daysToRecoverMiddleHalf) {

    static Outcome of(Row row, String name) {
      Proportion satisfied =
          new Proportion(row.satisfied(), (long) row.satisfied() + row.dissatisfied());
      Proportion reopened = new Proportion(row.reopened(), row.cases());
      Proportion left = new Proportion(row.goneAfterwards(), row.watched());
      return new Outcome(
          row.key(),
          name,
          row.cases(),
          row.settled(),
          row.satisfied(),
          row.dissatisfied(),
          row.reopened(),
          row.lost(),
          Rounding.to(4, satisfied.value()),
          IntervalView.of(4, satisfied.interval()),
          Rounding.to(4, reopened.value()),
          IntervalView.of(4, reopened.interval()),
          row.watched(),
          row.goneAfterwards(),
          Rounding.to(4, left.value()),
          IntervalView.of(4, left.interval()),
          Rounding.to(1, row.middle()),
          row.middle() == null
              ? null
              : new DaysBetween(Rounding.to(1, row.quickest()), Rounding.to(1, row.slowest())));
    }
  }

  /** Quartiles. */
  @Schema(name = "DaysBetween")
  record DaysBetween(BigDecimal from, BigDecimal to) {}

  static RecoveryView of(InsightPeriod.Span span, List<Row> rows) {
    Outcome all =
        rows.stream()
            .filter(row -> row.dimension() == null)
            .findFirst()
            .map(row -> Outcome.of(row, "all"))
            .orElseThrow();
    List<Outcome> remedies = of("REMEDY", rows);
    return new RecoveryView(
        span.from(), span.to(), all, remedies, of("SEVERITY", rows), findings(all, remedies));
  }

  private static List<Outcome> of(String dimension, List<Row> rows) {
    return rows.stream()
        .filter(row -> dimension.equals(row.dimension()))
        .sorted(Comparator.comparing(Row::cases).reversed().thenComparing(Row::key))
        .map(row -> Outcome.of(row, REMEDIES.getOrDefault(row.key(), PageWords.code(row.key()))))
        .toList();
  }

  private static String left(Outcome all) {
    return all.watched() == 0
        ? "None of the complaints is %d days old yet, to say who left within that time."
            .formatted(GONE_WITHIN_DAYS)
        : "Of %s that came %d days ago or longer, %d %s followed by a cancellation within that time."
            .formatted(
                PageWords.number(all.watched(), "complaint"),
                GONE_WITHIN_DAYS,
                all.leftAfterwards(),
                all.leftAfterwards() == 1 ? "was" : "were");
  }

  private static List<String> findings(Outcome all, List<Outcome> remedies) {
    if (all.cases() == 0) {
      return List.of("Nobody complained.");
    }
    return Stream.concat(
            Stream.of(left(all)),
            remedies.stream()
                .filter(outcome -> outcome.satisfied() + outcome.dissatisfied() > 0)
                .limit(3)
                .map(
                    outcome ->
                        "After %s %d of %d were satisfied."
                            .formatted(
                                outcome.name(),
                                outcome.satisfied(),
                                outcome.satisfied() + outcome.dissatisfied())))
        .toList();
  }
}
