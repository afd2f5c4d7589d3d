package io.familiarface.feedback.insight;

import io.familiarface.feedback.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Somebody asks what the company can learn from what happened. */
@ApplicationScoped
class ReadingInsights {
  private final CauseCounts causes;
  private final RecoveryCounts recovery;
  private final LeavingCounts leaving;
  private final TrainingCounts training;
  private final PerceptionCounts perception;
  private final Words words;
  private final Clock clock;

  ReadingInsights(
      CauseCounts causes,
      RecoveryCounts recovery,
      LeavingCounts leaving,
      TrainingCounts training,
      PerceptionCounts perception,
      Words words,
      Clock clock) {
    this.causes = causes;
    this.recovery = recovery;
    this.leaving = leaving;
    this.training = training;
    this.perception = perception;
    this.words = words;
    this.clock = clock;
  }

  CausesView causes(InsightPeriod period) {
    InsightPeriod.Span span = period.resolve(clock.instant());
    return CausesView.of(
        span,
        causes.jobs(span, words.zone()),
        causes.steps(span),
        causes.named(span),
        causes.suppliers(span));
  }

  RecoveryView recovery(InsightPeriod period) {
    InsightPeriod.Span span = period.resolve(clock.instant());
    return RecoveryView.of(span, recovery.within(span));
  }

  LeavingView leaving(InsightPeriod period) {
    InsightPeriod.Span span = period.resolve(clock.instant());
    return LeavingView.of(span, leaving.within(span, words.zone()), leaving.told(span));
  }

  TrainingInsight training(InsightPeriod period) {
    InsightPeriod.Span span = period.resolve(clock.instant());
    return TrainingInsight.of(
        span,
        training.trainings(span, words.zone()),
        training.technicians(span, TrainingInsight.TECHNICIANS_AT_MOST));
  }

  PerceptionView perception(InsightPeriod period) {
    InsightPeriod.Span span = period.resolve(clock.instant());
    return PerceptionView.of(
        span,
        perception.jobs(span, words.zone()),
        perception.steps(span),
        perception.promises(span));
  }

  PageWords words() {
    return new PageWords(words.zone());
  }
}
