package io.familiarface.feedback.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.statistics.Interval;
import io.familiarface.feedback.statistics.Mean;
import io.familiarface.feedback.words.IntervalView;
import io.familiarface.feedback.words.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What technicians learned, beside what customers say of them. */
@Schema(
    name = "TrainingInsight",
    description =
        "What technicians learned, beside the marks that customers gave before and after.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record TrainingInsight(
    Instant from,
    Instant to,
    @Schema(description = "Each training, the latest first; at most 100.") List<Trained> trainings,
    @Schema(description = "All trainings of a kind together.") List<Trained> byKind,
    @Schema(description = "The marks of each technician, most first; at most 500.")
        List<Technician> technicians,
    @Schema(description = "What was found, in sentences.") List<String> findings,
    @Schema(description = "How it was reckoned, and what it can't say.") String method) {

  static final int DAYS_AROUND = 180;
  static final int TECHNICIANS_AT_MOST = 500;

  private static final String METHOD =
      "Marks of the 180 days before and after. The effect is how much the technician's average mark"
          + " rose more than that of all others in the same days (difference in differences); its"
          + " interval is by the normal approximation. Nobody is trained by lot, and who is trained"
          + " after a bad month would have done better anyhow.";

  /** Marks before and after. */
  @Schema(name = "TrainingEffect")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Trained(
      @Schema(description = "Null for many together.") UUID technicianId,
      @Schema(description = "Null for many together.") String name,
      @Schema(description = "Null for many together.") String course,
      @Schema(examples = "SOFT") String kind,
      @Schema(description = "Null for many together.") LocalDate on,
      int marksBefore,
      @Schema(description = "1 to 5; null without any.") BigDecimal csatBefore,
      int marksAfter,
      @Schema(description = "1 to 5; null without any.") BigDecimal csatAfter,
      @Schema(
              description = "By how much the mark rose more than others'; null where not known.",
              examples = "0.4")
          BigDecimal effect,
      @Schema(description = "Null with fewer than two marks before or after.")
          IntervalView effectInterval) {}

  /** A technician's marks. */
  @Schema(name = "TrainedTechnician")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Technician(UUID technicianId, String name, int trainings, int marks, BigDecimal csat) {}

  static TrainingInsight of(
      InsightPeriod.Span span, List<TrainingCounts.Row> rows, List<TrainingCounts.Marks> marks) {
    List<Trained> trainings =
        rows.stream()
            .sorted(
                Comparator.comparing(TrainingCounts.Row::heldOn)
                    .reversed()
                    .thenComparing(TrainingCounts.Row::technicianId))
            .map(
                row ->
                    trained(
                        row.technicianId(),
                        row.name(),
                        row.course(),
                        row.kind(),
                        row.heldOn(),
                        List.of(row)))
            .toList();
    List<Trained> byKind =
        rows.stream()
            .filter(row -> row.kind() != null)
            .collect(
                Collectors.groupingBy(TrainingCounts.Row::kind, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(kind -> trained(null, null, null, kind.getKey(), null, kind.getValue()))
            .toList();
    return new TrainingInsight(
        span.from(),
        span.to(),
        trainings,
        byKind,
        marks.stream()
            .map(
                each ->
                    new Technician(
                        each.technicianId(),
                        each.name(),
                        each.trainings(),
                        each.marks(),
                        Rounding.to(2, each.csat())))
            .toList(),
        findings(trainings, byKind),
        METHOD);
  }

  private static Trained trained(
      UUID technician,
      String name,
      String course,
      String kind,
      LocalDate on,
      List<TrainingCounts.Row> rows) {
    Mean before = mean(rows, true);
    Mean after = mean(rows, false);
    Double others = othersChange(rows);
    Double effect =
        before.value() == null || after.value() == null
            ? null
            : after.value() - before.value() - (others == null ? 0 : others);
    return new Trained(
        technician,
        name,
        course,
        kind,
        on,
        (int) before.n(),
        Rounding.to(2, before.value()),
        (int) after.n(),
        Rounding.to(2, after.value()),
        Rounding.to(2, effect),
        IntervalView.of(2, interval(effect, before, after)));
  }

  private static Mean mean(List<TrainingCounts.Row> rows, boolean before) {
    long n = rows.stream().mapToLong(row -> before ? row.before() : row.after()).sum();
    if (n == 0) {
      return new Mean(0, null, null);
    }
    double sum = rows.stream().mapToDouble(row -> before ? row.beforeSum() : row.afterSum()).sum();
    double squares =
        rows.stream().mapToDouble(row -> before ? row.beforeSquares() : row.afterSquares()).sum();
    Double deviation = n == 1 ? null : Math.sqrt(Math.max(0, (squares - sum * sum / n) / (n - 1)));
    return new Mean(n, sum / n, deviation);
  }

  /** Of several trainings the average; null where there is nobody to compare with. */
  private static Double othersChange(List<TrainingCounts.Row> rows) {
    return rows.stream()
        .map(
            row ->
                row.othersBefore() == null || row.othersAfter() == null
                    ? null
                    : row.othersAfter() - row.othersBefore())
        .filter(Objects::nonNull)
        .collect(
            Collectors.teeing(
                Collectors.counting(),
                Collectors.averagingDouble(Double::doubleValue),
                (known, average) -> known == 0 ? null : average));
  }

  private static Interval interval(Double effect, Mean before, Mean after) {
    if (effect == null || before.interval() == null || after.interval() == null) {
      return null;
    }
    double half =
        Math.hypot(before.interval().to() - before.value(), after.interval().to() - after.value());
    return new Interval(effect - half, effect + half);
  }

  private static List<String> findings(List<Trained> trainings, List<Trained> byKind) {
    if (trainings.isEmpty()) {
      return List.of("No training is on record in this time.");
    }
    return byKind.stream()
        .filter(kind -> kind.effect() != null)
        .map(
            kind ->
                String.format(
                    Locale.ENGLISH,
                    "After %s training marks changed by %+.2f more than others'%s.",
                    PageWords.code(kind.kind()),
                    kind.effect(),
                    PageWords.text(kind.effectInterval())))
        .toList();
  }
}
