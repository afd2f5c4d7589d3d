package io.familiarface.feedback.insight;

import io.familiarface.database.Database;
import io.familiarface.feedback.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Somebody asks what the company can learn from what happened. */
@ApplicationScoped
class ReadingInsights {
  /**
   * A year's events are sorted and hashed in memory; one insight at a time is asked for by people.
   */
  private static final String ROOM = "set local work_mem = '64MB'";

  private final Database database;
  private final JobDays days;
  private final CauseCounts causes;
  private final RecoveryCounts recovery;
  private final LeavingCounts leaving;
  private final TrainingCounts training;
  private final PerceptionCounts perception;
  private final Words words;
  private final Clock clock;

  ReadingInsights(
      Database database,
      JobDays days,
      CauseCounts causes,
      RecoveryCounts recovery,
      LeavingCounts leaving,
      TrainingCounts training,
      PerceptionCounts perception,
      Words words,
      Clock clock) {
    this.database = database;
    this.days = days;
    this.causes = causes;
    this.recovery = recovery;
    this.leaving = leaving;
    this.training = training;
    this.perception = perception;
    this.words = words;
    this.clock = clock;
  }

  @Transactional
  CausesView causes(InsightPeriod period) {
    InsightPeriod.Span span = counted(period);
    return CausesView.of(
        span, causes.jobs(span), causes.steps(span), causes.named(span), causes.suppliers(span));
  }

  @Transactional
  RecoveryView recovery(InsightPeriod period) {
    InsightPeriod.Span span = span(period);
    return RecoveryView.of(span, recovery.within(span));
  }

  @Transactional
  LeavingView leaving(InsightPeriod period) {
    InsightPeriod.Span span = span(period);
    return LeavingView.of(span, leaving.within(span, words.zone()), leaving.told(span));
  }

  @Transactional
  TrainingInsight training(InsightPeriod period) {
    InsightPeriod.Span span = counted(period);
    return TrainingInsight.of(
        span,
        training.trainings(span),
        training.technicians(span, TrainingInsight.TECHNICIANS_AT_MOST));
  }

  @Transactional
  PerceptionView perception(InsightPeriod period) {
    InsightPeriod.Span span = counted(period);
    return PerceptionView.of(
        span, perception.jobs(span), perception.steps(span), perception.promises(span));
  }

  private InsightPeriod.Span span(InsightPeriod period) {
    InsightPeriod.Span span = period.resolve(clock.instant());
    database.sql(ROOM).update();
    return span;
  }

  private InsightPeriod.Span counted(InsightPeriod period) {
    InsightPeriod.Span span = span(period);
    days.bringUpToDate();
    return span;
  }

  PageWords words() {
    return new PageWords(words.zone());
  }
}
