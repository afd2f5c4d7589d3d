package io.familiarface.feedback.flag;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.feedback.statistics.Median;
import io.familiarface.feedback.statistics.Proportion;
import io.familiarface.feedback.words.IntervalView;
import io.familiarface.feedback.words.Rounding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Every flag graded by what happened afterwards. A customer who stayed after somebody had acted may
 * have stayed because of it, so the flags that nobody acted on are graded apart as well. That a
 * customer left is known at once, that they stayed only months later: so a flag is judged once both
 * could be known.
 */
@Schema(
    name = "FlagReportCard",
    description = "Every flag graded by what happened afterwards, together and by rule.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record FlagReportCard(
    @Schema(description = "Flags raised from then on.") Instant since,
    Instant until,
    Grade all,
    @Schema(description = "A flag that several rules raised counts for each; most flags first.")
        List<RuleGrade> rules) {

  static final int JUDGED_AFTER_DAYS = 180;

  /** How the flags of one rule did. */
  @Schema(name = "FlagRuleGrade")
  record RuleGrade(
      @Schema(examples = "REPEATED_TECHNICIAN_CHANGES") String rule, @JsonUnwrapped Grade grade) {}

  /** How some flags did; null where there are too few to say. */
  @Schema(name = "FlagGrade")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Grade(
      @Schema(description = "How many were raised.") int raised,
      @Schema(description = "Those of which it is not decided yet whether the customer stays.")
          int open,
      @Schema(description = "The customer left while it was open, or soon after.") int lost,
      @Schema(description = "The customer is still here long after it was cleared.") int kept,
      @Schema(
              description =
                  "Those raised at least 180 days ago, the open ones too: of younger ones it would"
                      + " be known who left, and not yet who stays.")
          int judged,
      @Schema(description = "Of those judged, the share whose customer left.", examples = "0.4167")
          BigDecimal precision,
      IntervalView precisionInterval,
      @Schema(
              description =
                  "The same of those that nobody acted on: whoever stayed after a call may have"
                      + " stayed because of it.")
          BigDecimal precisionNotActedOn,
      IntervalView precisionNotActedOnInterval,
      @Schema(
              description = "LOST: the median of the days from the flag to the customer's leaving.",
              examples = "34")
          BigDecimal leadDays,
      @Schema(description = "By the order of the values; null for fewer than six.")
          IntervalView leadDaysInterval,
      @Schema(description = "LOST: the median of the visits in between.", examples = "2")
          BigDecimal leadVisits,
      IntervalView leadVisitsInterval,
      @Schema(description = "What was done, and what came of it.") List<Done> done) {}

  /** What became of the flags about which the same was done. */
  @Schema(name = "FlagsByDeed")
  record Done(FlagDeed what, int flags, int open, int lost, int kept) {}

  /**
   * A group of flags as the database counts them: one row for each rule and deed.
   *
   * @param rule null for all flags together
   * @param judged so many were raised long enough ago to know
   * @param judgedLost of these, the customers of so many left
   * @param leadDays of the lost ones
   */
  record Count(
      String rule,
      FlagDeed deed,
      int raised,
      int lost,
      int kept,
      int judged,
      int judgedLost,
      List<Integer> leadDays,
      List<Integer> leadVisits) {
    int open() {
      return raised - lost - kept;
    }
  }

  static FlagReportCard of(Instant since, Instant until, List<Count> counts) {
    Map<String, List<Count>> byRule = new LinkedHashMap<>();
    List<Count> all = new ArrayList<>();
    for (Count count : counts) {
      if (count.rule() == null) {
        all.add(count);
      } else {
        byRule.computeIfAbsent(count.rule(), rule -> new ArrayList<>()).add(count);
      }
    }
    return new FlagReportCard(
        since,
        until,
        grade(all),
        byRule.entrySet().stream()
            .map(rule -> new RuleGrade(rule.getKey(), grade(rule.getValue())))
            .sorted(
                Comparator.comparing((RuleGrade rule) -> rule.grade().raised())
                    .reversed()
                    .thenComparing(RuleGrade::rule))
            .toList());
  }

  private static Grade grade(List<Count> counts) {
    Proportion precision = precision(counts);
    Proportion notActedOn =
        precision(counts.stream().filter(count -> count.deed() != FlagDeed.ACTED).toList());
    Median days = median(counts, Count::leadDays);
    Median visits = median(counts, Count::leadVisits);
    return new Grade(
        sum(counts, Count::raised),
        sum(counts, Count::open),
        sum(counts, Count::lost),
        sum(counts, Count::kept),
        sum(counts, Count::judged),
        Rounding.to(4, precision.value()),
        IntervalView.of(4, precision.interval()),
        Rounding.to(4, notActedOn.value()),
        IntervalView.of(4, notActedOn.interval()),
        Rounding.to(1, days.value()),
        IntervalView.of(1, days.interval()),
        Rounding.to(1, visits.value()),
        IntervalView.of(1, visits.interval()),
        Arrays.stream(FlagDeed.values()).map(deed -> done(deed, counts)).toList());
  }

  private static Done done(FlagDeed deed, List<Count> counts) {
    List<Count> such = counts.stream().filter(count -> count.deed() == deed).toList();
    return new Done(
        deed,
        sum(such, Count::raised),
        sum(such, Count::open),
        sum(such, Count::lost),
        sum(such, Count::kept));
  }

  private static Proportion precision(List<Count> counts) {
    return new Proportion(sum(counts, Count::judgedLost), sum(counts, Count::judged));
  }

  private static Median median(List<Count> counts, Function<Count, List<Integer>> values) {
    return Median.of(counts.stream().flatMap(count -> values.apply(count).stream()).toList());
  }

  private static int sum(List<Count> counts, ToIntFunction<Count> number) {
    return counts.stream().mapToInt(number).sum();
  }
}
