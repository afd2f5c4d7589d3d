package io.familiarface.feedback.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.statistics.Mean;
import io.familiarface.feedback.statistics.Proportion;
import io.familiarface.feedback.words.IntervalView;
import io.familiarface.feedback.words.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How we see our work beside how customers see it. */
@Schema(
    name = "PerceptionInsight",
    description = "On time, as planned, by somebody known: beside the marks that customers gave.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record PerceptionView(
    Instant from,
    Instant to,
    Seen all,
    @Schema(
            description =
                "By technician, branch, program, step, and how the job went; most marks first.")
        List<Seen> items,
    @Schema(description = "What became of the promises made in that time, by kind; most first.")
        List<KeptPromises> promises,
    @Schema(description = "What was found, in sentences.") List<String> findings,
    @Schema(description = "How to read it, and what is not known.") String method) {

  static final String METHOD =
      "Marks are from 1 to 5, of a visit or, where none was named, of the last one if that was"
          + " within 30 days; those of a project are of the step that they name or, where they name"
          + " none, of the one that had ended last. Qualified is who had a technical course on record by the day of"
          + " the visit; it is not known where no such course is.";

  private static final int AT_MOST = 500;

  /** What became of some promises. */
  @Schema(name = "KeptPromises")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record KeptPromises(
      @Schema(description = "Null for all of them.", examples = "SAME_TECHNICIAN") String kind,
      int made,
      int kept,
      @Schema(description = "The customer was freed of it in good order.") int released,
      int broken,
      @Schema(description = "The share that was broken.", examples = "0.2") BigDecimal brokenShare,
      IntervalView brokenInterval) {

    static KeptPromises of(PerceptionCounts.Promises row) {
      Proportion broken = new Proportion(row.broken(), row.made());
      return new KeptPromises(
          row.kind(),
          row.made(),
          row.kept(),
          row.released(),
          row.broken(),
          Rounding.to(4, broken.value()),
          IntervalView.of(4, broken.interval()));
    }
  }

  /** Some jobs, as we see them and as customers do. */
  @Schema(name = "Perception")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Seen(
      @Schema(description = "Null for all jobs.") Dimension by,
      @Schema(examples = "NEW") String key,
      @Schema(examples = "a technician new to the customer") String name,
      int jobs,
      @Schema(
              description = "Of those of which it is known, the share that was on time.",
              examples = "0.94")
          BigDecimal onTimeShare,
      IntervalView onTimeInterval,
      @Schema(
              description =
                  "The share by somebody with a technical course on record; null where none is.",
              examples = "0.97")
          BigDecimal qualifiedShare,
      @Schema(description = "Jobs for which a customer gave a mark.") int marks,
      @Schema(description = "The average mark, 1 to 5; null without any.", examples = "4.3")
          BigDecimal csat,
      IntervalView csatInterval,
      @Schema(description = "The share of marks of 1 or 2.", examples = "0.07") BigDecimal lowShare,
      IntervalView lowInterval) {

    static Seen of(PerceptionCounts.Row row) {
      Proportion onTime = new Proportion(row.onTime(), (long) row.onTime() + row.late());
      Proportion qualified =
          new Proportion(row.qualified(), (long) row.qualified() + row.unqualified());
      Proportion low = new Proportion(row.low(), row.marks());
      Mean csat = new Mean(row.marks(), row.csat(), row.deviation());
      Dimension by = row.dimension() == null ? null : Dimension.valueOf(row.dimension());
      return new Seen(
          by,
          row.key(),
          by == null ? "all jobs" : by.name(row.key(), row.called()),
          row.jobs(),
          Rounding.to(4, onTime.value()),
          IntervalView.of(4, onTime.interval()),
          Rounding.to(4, qualified.value()),
          row.marks(),
          Rounding.to(2, csat.value()),
          IntervalView.of(2, csat.interval()),
          Rounding.to(4, low.value()),
          IntervalView.of(4, low.interval()));
    }
  }

  /**
   * @param jobs visits, and all of them as the row without a dimension
   * @param steps of projects
   */
  static PerceptionView of(
      InsightPeriod.Span span,
      List<PerceptionCounts.Row> jobs,
      List<PerceptionCounts.Row> steps,
      List<PerceptionCounts.Promises> promises) {
    Seen all =
        jobs.stream()
            .filter(row -> row.dimension() == null)
            .findFirst()
            .map(Seen::of)
            .orElseThrow();
    List<Seen> items =
        Stream.concat(jobs.stream(), steps.stream())
            .filter(row -> row.dimension() != null && row.key() != null)
            .map(Seen::of)
            .sorted(
                Comparator.comparing(Seen::marks)
                    .thenComparing(Seen::jobs)
                    .reversed()
                    .thenComparing(Seen::by)
                    .thenComparing(Seen::key))
            .limit(AT_MOST)
            .toList();
    List<KeptPromises> kept =
        promises.stream().filter(row -> row.made() > 0).map(KeptPromises::of).toList();
    List<String> findings = findings(all, ofSteps(steps), items);
    kept.stream()
        .filter(one -> one.kind() == null)
        .map(PerceptionView::kept)
        .forEach(findings::add);
    return new PerceptionView(span.from(), span.to(), all, items, kept, findings, METHOD);
  }

  /** All steps of projects together; empty where none got a mark. */
  private static Optional<Seen> ofSteps(List<PerceptionCounts.Row> steps) {
    return steps.stream()
        .filter(row -> row.dimension() == null && row.marks() > 0)
        .findFirst()
        .map(Seen::of);
  }

  private static List<String> findings(Seen all, Optional<Seen> steps, List<Seen> items) {
    List<String> findings = new ArrayList<>();
    List<String> known = new ArrayList<>();
    work(all).ifPresent(known::add);
    if (all.csat() != null) {
      known.add("customers gave us %s of 5".formatted(all.csat().toPlainString()));
    }
    if (!known.isEmpty()) {
      String sentence = String.join("; ", known);
      findings.add(
          sentence.substring(0, 1).toUpperCase(Locale.ENGLISH) + sentence.substring(1) + ".");
    }
    steps.ifPresent(
        of ->
            findings.add(
                "For steps of projects customers gave us %s of 5 (%d %s)."
                    .formatted(
                        of.csat().toPlainString(),
                        of.marks(),
                        of.marks() == 1 ? "mark" : "marks")));
    if (all.csat() == null && steps.isEmpty()) {
      findings.add("Nobody gave a mark.");
    }
    compare(items, Dimension.ON_TIME, "NO", "YES", "Late").ifPresent(findings::add);
    compare(items, Dimension.FAMILIARITY, "NEW", "KNOWN", "By a technician new to the customer")
        .ifPresent(findings::add);
    compare(items, Dimension.SENT, "INSTEAD", "AS_PLANNED", "By somebody else than planned")
        .ifPresent(findings::add);
    return findings;
  }

  /** As we see it, as far as it is known. */
  private static Optional<String> work(Seen all) {
    if (all.onTimeShare() == null && all.qualifiedShare() == null) {
      return Optional.empty();
    }
    String qualified =
        all.qualifiedShare() == null
            ? ""
            : "sent somebody with a technical course on record to "
                + PageWords.percent(all.qualifiedShare());
    if (all.onTimeShare() == null) {
      return Optional.of("We " + qualified + " of the jobs");
    }
    return Optional.of(
        "We were on time at %s of the jobs%s"
            .formatted(
                PageWords.percent(all.onTimeShare()),
                qualified.isEmpty() ? "" : " and " + qualified));
  }

  private static String kept(KeptPromises all) {
    return "%d of %d %s made in that time %s broken."
        .formatted(
            all.broken(),
            all.made(),
            all.made() == 1 ? "promise" : "promises",
            all.broken() == 1 ? "was" : "were");
  }

  private static Optional<String> compare(
      List<Seen> items, Dimension by, String one, String other, String words) {
    Optional<Seen> first = find(items, by, one);
    Optional<Seen> second = find(items, by, other);
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ENGLISH,
                "%s: %.1f of 5 (%d marks); else %.1f (%d).",
                words,
                first.get().csat(),
                first.get().marks(),
                second.get().csat(),
                second.get().marks()));
  }

  private static Optional<Seen> find(List<Seen> items, Dimension by, String key) {
    return items.stream()
        .filter(seen -> seen.by() == by && seen.key().equals(key) && seen.csat() != null)
        .findFirst();
  }
}
