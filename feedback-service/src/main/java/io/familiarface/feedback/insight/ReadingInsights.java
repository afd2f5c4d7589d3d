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

  CausesView causes(InsightPeriod period) {
    InsightPeriod.Span span = counted(period);
    CauseCounts.Counted counted = causes.within(span);
    return CausesView.of(
        span,
        counted.jobs(),
        counted.steps(),
        counted.ofNoJob(),
        counted.named(),
        counted.suppliers());
  }

  @Transactional
  RecoveryView recovery(InsightPeriod period) {
    InsightPeriod.Span span = span(period);
    return RecoveryView.of(span, recovery.within(span, clock.instant()));
  }

  @Transactional
  LeavingView leaving(InsightPeriod period) {
    InsightPeriod.Span span = span(period);
    return LeavingView.of(span, leaving.within(span, words.zone()), leaving.called(span));
  }

  TrainingInsight training(InsightPeriod period) {
    InsightPeriod.Span span = counted(period);
    TrainingCounts.Counted counted = training.within(span);
    return TrainingInsight.of(span, counted.trainings(), counted.technicians());
  }

  PerceptionView perception(InsightPeriod period) {
    InsightPeriod.Span span = counted(period);
    PerceptionCounts.Counted counted = perception.within(span);
    return PerceptionView.of(span, counted.jobs(), counted.steps(), counted.promises());
  }

  private InsightPeriod.Span span(InsightPeriod period) {
    InsightPeriod.Span span = period.resolve(clock.instant(), words.zone());
    database.sql(ROOM).update();
    return span;
  }

  private InsightPeriod.Span counted(InsightPeriod period) {
    days.bringUpToDate();
    return period.resolve(clock.instant(), words.zone());
  }

  PageWords words() {
    return new PageWords(words.zone());
  }
}
