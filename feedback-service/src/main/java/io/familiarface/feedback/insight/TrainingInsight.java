package io.familiarface.feedback.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.words.IntervalView;
import io.familiarface.feedback.words.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    @Schema(
            description =
                "All trainings of a kind together, but for those without marks on both sides.")
        List<Trained> byKind,
    @Schema(description = "The marks of each technician, most first; at most 500.")
        List<Technician> technicians,
    @Schema(description = "What was found, in sentences.") List<String> findings,
    @Schema(description = "How it was reckoned, and what it can't say.") String method) {

  static final int DAYS_AROUND = 180;
  static final int TECHNICIANS_AT_MOST = 500;

  private static final String METHOD =
      "Marks of the 180 days before and after. The effect is how much the technician's average mark"
          + " rose more than that of all others in the same days (difference in differences); it is"
          + " not known where nobody else had any. Of a kind of training it is the average of the"
          + " effects of each, each weighing the more the more marks there are on both sides; those"
          + " without marks on both sides are left out. Its interval is by the normal approximation"
          + " and leaves out that the others' marks vary too. Marks that lie around two trainings"
          + " count for both. Nobody is trained by lot, and who is trained after a bad month would"
          + " have done better anyhow.";

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
              description =
                  "By how much the mark rose more than others'; null where there are no marks, or"
                      + " none of others, on both sides.",
              examples = "0.4")
          BigDecimal effect,
      @Schema(description = "Null with no more than one mark on either side.")
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
            .map(TrainingInsight::trained)
            .toList();
    List<Trained> byKind =
        rows.stream()
            .filter(row -> row.kind() != null)
            .collect(
                Collectors.groupingBy(TrainingCounts.Row::kind, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(kind -> together(kind.getKey(), kind.getValue()))
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

  private static Trained trained(TrainingCounts.Row row) {
    TrainingEffect own = TrainingEffect.of(List.of(row));
    return new Trained(
        row.technicianId(),
        row.name(),
        row.course(),
        row.kind(),
        row.heldOn(),
        row.before(),
        Rounding.to(2, TrainingEffect.mean(row.before(), row.beforeSum())),
        row.after(),
        Rounding.to(2, TrainingEffect.mean(row.after(), row.afterSum())),
        Rounding.to(2, own.effect()),
        IntervalView.of(2, own.interval()));
  }

  private static Trained together(String kind, List<TrainingCounts.Row> rows) {
    TrainingEffect all = TrainingEffect.of(rows);
    return new Trained(
        null,
        null,
        null,
        kind,
        null,
        all.marksBefore(),
        Rounding.to(2, all.before()),
        all.marksAfter(),
        Rounding.to(2, all.after()),
        Rounding.to(2, all.effect()),
        IntervalView.of(2, all.interval()));
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
