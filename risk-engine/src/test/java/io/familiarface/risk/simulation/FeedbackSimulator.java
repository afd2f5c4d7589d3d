package io.familiarface.risk.simulation;

import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ComplaintReceived;
import io.familiarface.risk.signal.ComplaintReopened;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.FeedbackGiven;
import io.familiarface.risk.signal.FeedbackRequested;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.Severity;
import io.familiarface.risk.signal.Signal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What a simulated customer says: marks, complaints, and how they sound on the telephone. */
final class FeedbackSimulator {

  private final World.Manners manners;
  private final List<Signal> signals;
  private final LatentCauses causes;
  private final SplittableRandom random;
  private UUID open;
  private long settledAt;
  private boolean mayReopen;

  FeedbackSimulator(
      World.Manners manners, List<Signal> signals, LatentCauses causes, SplittableRandom random) {
    this.manners = manners;
    this.signals = signals;
    this.causes = causes;
    this.random = random;
  }

  /** What was settled or came back since the last visit. */
  void before(long at) {
    if (open != null && settledAt <= at) {
      var satisfied = random.nextDouble() < 0.6;
      signals.add(
          new ComplaintResolved(open, EpochMicros.instant(settledAt), Answer.of(satisfied)));
      causes.put(LatentCauses.OPEN, 0);
      if (!satisfied && mayReopen && random.nextDouble() < 0.2) {
        reopen(EpochMicros.plusDays(settledAt, 2));
      } else {
        open = null;
      }
    }
  }

  void after(long at, double interval) {
    var trouble = causes.trouble();
    if (open == null && random.nextDouble() < manners.complaintRate() * (1 + 1.5 * trouble)) {
      complain(EpochMicros.plusDays(at, 0.5), interval);
    }
    ask(at, trouble);
    if (random.nextDouble() < 0.01 + 0.03 * trouble) {
      var bad = random.nextDouble() < 0.3 + 0.2 * trouble;
      var mood = bad ? Mood.DISTRESSED : Mood.CALM;
      signals.add(
          new MoodNoted(
              TechnicianRoster.id(random),
              EpochMicros.instant(EpochMicros.plusDays(at, 0.3)),
              mood));
    }
  }

  private void complain(long at, double interval) {
    open = TechnicianRoster.id(random);
    mayReopen = true;
    settledAt = EpochMicros.plusDays(at, Math.min(interval * 1.5, 5 + random.nextDouble() * 40));
    var severity = Severity.values()[random.nextInt(3)];
    signals.add(new ComplaintReceived(open, EpochMicros.instant(at), severity, "SERVICE"));
    causes.add(LatentCauses.COMPLAINT, 1);
    causes.put(LatentCauses.OPEN, 1);
  }

  private void reopen(long at) {
    signals.add(new ComplaintReopened(open, EpochMicros.instant(at)));
    mayReopen = false;
    settledAt = EpochMicros.plusDays(at, 20);
    causes.add(LatentCauses.COMPLAINT, 1);
    causes.put(LatentCauses.OPEN, 1);
  }

  private void ask(long at, double trouble) {
    var asked = EpochMicros.plusDays(at, 0.1);
    signals.add(new FeedbackRequested(TechnicianRoster.id(random), EpochMicros.instant(asked)));
    if (random.nextDouble() < manners.answerRate()) {
      var exact = 4.6 - 0.5 * trouble + 0.7 * random.nextGaussian();
      var mark = (int) Math.max(1, Math.min(5, Math.round(exact)));
      signals.add(
          new FeedbackGiven(
              TechnicianRoster.id(random),
              EpochMicros.instant(EpochMicros.plusDays(at, 1)),
              null,
              mark,
              null,
              null));
    }
  }
}
