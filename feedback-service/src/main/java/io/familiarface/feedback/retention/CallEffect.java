package io.familiarface.feedback.retention;

import io.familiarface.feedback.followup.CallEffects;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes of counts what can be said of the effect of calling. */
final class CallEffect {
  private static final Arm NOBODY = new Arm(0, 0, 0);

  private CallEffect() {}

  static EffectView of(List<EffectRow> rows, long waiting, Instant asOf, int horizonDays) {
    List<Comparison> cancellations = cancellations(rows);
    List<Comparison> satisfaction = compared(rows, EffectRow::satisfaction);
    List<Comparison> answers = compared(rows, EffectRow::answers);
    CallVerdict verdict = CallVerdict.of(cancellations);
    Arm called = total(cancellations, Comparison::called);
    Arm heldBack = total(cancellations, Comparison::heldBack);
    Optional<Difference> difference = Difference.ofCounts(cancellations);
    Long needed =
        verdict == CallVerdict.NOT_KNOWN_YET
            ? difference
                .map(known -> needed(known, called.n() + heldBack.n(), waiting))
                .orElse(null)
            : null;
    return new EffectView(
        asOf,
        horizonDays,
        verdict,
        words(verdict, called, heldBack, difference, horizonDays) + inWords(needed),
        ordering(CallGains.of(rows)),
        new EffectView.Customers(called.n(), heldBack.n(), waiting, needed),
        measure(cancellations, difference, 3),
        measure(answers, Difference.ofCounts(answers), 3),
        measure(satisfaction, ofMarks(satisfaction), 2));
  }

  /** Two marks alike do not vary, and are no certainty for that. */
  private static Optional<Difference> ofMarks(List<Comparison> satisfaction) {
    return total(satisfaction, Comparison::called).n() < CallVerdict.LEAST_IN_A_GROUP
            || total(satisfaction, Comparison::heldBack).n() < CallVerdict.LEAST_IN_A_GROUP
        ? Optional.empty()
        : Difference.ofMeans(satisfaction);
  }

  /** Two digits are more than anybody knows. */
  private static long needed(Difference known, long compared, long waiting) {
    double inAll = known.sizeToTellNothing(CallVerdict.NO_MATTER) * compared / known.size();
    double more = Math.max(0, inAll - compared - waiting);
    double digit = Math.pow(10, Math.max(0, Math.ceil(Math.log10(Math.max(1, more))) - 2));
    return (long) (Math.ceil(more / digit) * digit);
  }

  private static String inWords(Long needed) {
    if (needed == null) {
      return "";
    }
    return needed == 0
        ? " Those who are waited for may be enough to tell."
        : String.format(
            Locale.ENGLISH,
            " If calling changes nothing, that is known with about %,d more customers, drawn as so"
                + " far; a great effect is known sooner.",
            needed);
  }

  /** Who left, by groups of equal risk. */
  static List<Comparison> cancellations(List<EffectRow> rows) {
    return compared(rows, EffectRow::cancellations);
  }

  /** Each experiment drew its own groups, in each stratum. */
  private static List<Comparison> compared(List<EffectRow> rows, Function<EffectRow, Arm> arm) {
    Map<List<Object>, Comparison> strata = new LinkedHashMap<>();
    for (EffectRow row : rows) {
      Comparison own =
          row.heldBack()
              ? new Comparison(NOBODY, arm.apply(row))
              : new Comparison(arm.apply(row), NOBODY);
      strata.merge(
          List.of(row.experiment(), row.stratum()),
          own,
          (one, other) ->
              new Comparison(
                  one.called().plus(other.called()), one.heldBack().plus(other.heldBack())));
    }
    return new ArrayList<>(strata.values());
  }

  private static EffectView.Ordering ordering(CallEffects.Gains known) {
    List<EffectView.Gain> gains = new ArrayList<>();
    for (int i = 0; i < known.gains().size(); i++) {
      gains.add(new EffectView.Gain(Stratum.values()[i], rounded(known.gains().get(i), 3)));
    }
    return new EffectView.Ordering(known.order(), gains);
  }

  private static Arm total(List<Comparison> strata, Function<Comparison, Arm> arm) {
    return strata.stream().map(arm).reduce(NOBODY, Arm::plus);
  }

  private static EffectView.Measure measure(
      List<Comparison> strata, Optional<Difference> difference, int digits) {
    Arm called = total(strata, Comparison::called);
    Arm heldBack = total(strata, Comparison::heldBack);
    return new EffectView.Measure(
        called.n() == 0 ? null : rounded(called.mean(), digits),
        heldBack.n() == 0 ? null : rounded(heldBack.mean(), digits),
        difference.map(known -> rounded(known.estimate(), digits)).orElse(null),
        difference.map(known -> rounded(known.from(), digits)).orElse(null),
        difference.map(known -> rounded(known.to(), digits)).orElse(null));
  }

  private static BigDecimal rounded(double number, int digits) {
    return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
  }

  private static String words(
      CallVerdict verdict,
      Arm called,
      Arm heldBack,
      Optional<Difference> difference,
      int horizonDays) {
    String counts =
        difference
            .map(
                known ->
                    String.format(
                        Locale.ENGLISH,
                        " Of %d customers who were to be called %.1f %% left within %d days, of %d who"
                            + " were not %.1f %%; among those of equal risk %.1f percentage points %s"
                            + " (95 %% interval, however often one looks, %.1f to %.1f).",
                        called.n(),
                        100 * called.mean(),
                        horizonDays,
                        heldBack.n(),
                        100 * heldBack.mean(),
                        100 * Math.abs(known.estimate()),
                        known.estimate() <= 0 ? "fewer" : "more",
                        100 * known.from(),
                        100 * known.to()))
            .orElse(" Nobody can be compared yet.");
    return switch (verdict) {
          case NOT_KNOWN_YET -> "Not known yet.";
          case CALLING_KEEPS -> "Calling keeps customers.";
          case CALLING_DRIVES_AWAY -> "Calling makes some customers leave.";
          case NO_EFFECT -> "No effect.";
        }
        + counts;
  }
}
