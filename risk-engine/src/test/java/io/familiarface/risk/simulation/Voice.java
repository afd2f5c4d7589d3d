package io.familiarface.risk.simulation;

import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ComplaintReceived;
import io.familiarface.risk.signal.ComplaintReopened;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.FeedbackGiven;
import io.familiarface.risk.signal.FeedbackRequested;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.Severity;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.state.Micros;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What a simulated customer says: marks, complaints, and how she sounds on the telephone. */
final class Voice {

  private final World.Manners manners;
  private final List<Signal> signals;
  private final Causes causes;
  private final SplittableRandom random;
  private UUID open;
  private long settledAt;
  private boolean mayReopen;

  Voice(World.Manners manners, List<Signal> signals, Causes causes, SplittableRandom random) {
    this.manners = manners;
    this.signals = signals;
    this.causes = causes;
    this.random = random;
  }

  /** What was settled or came back since the last visit. */
  void before(long at) {
    if (open != null && settledAt <= at) {
      var satisfied = random.nextDouble() < 0.6;
      signals.add(new ComplaintResolved(open, Micros.instant(settledAt), Answer.of(satisfied)));
      causes.put(Causes.OPEN, 0);
      if (!satisfied && mayReopen && random.nextDouble() < 0.2) {
        reopen(Micros.plusDays(settledAt, 2));
      } else {
        open = null;
      }
    }
  }

  void after(long at, double interval) {
    var trouble = causes.trouble();
    if (open == null && random.nextDouble() < manners.complaintRate() * (1 + 1.5 * trouble)) {
      complain(Micros.plusDays(at, 0.5), interval);
    }
    ask(at, trouble);
    if (random.nextDouble() < 0.01 + 0.03 * trouble) {
      var bad = random.nextDouble() < 0.3 + 0.2 * trouble;
      var mood = bad ? Mood.DISTRESSED : Mood.CALM;
      signals.add(new MoodNoted(Crew.id(random), Micros.instant(Micros.plusDays(at, 0.3)), mood));
    }
  }

  private void complain(long at, double interval) {
    open = Crew.id(random);
    mayReopen = true;
    settledAt = Micros.plusDays(at, Math.min(interval * 1.5, 5 + random.nextDouble() * 40));
    var severity = Severity.values()[random.nextInt(3)];
    signals.add(new ComplaintReceived(open, Micros.instant(at), severity, "SERVICE"));
    causes.add(Causes.COMPLAINT, 1);
    causes.put(Causes.OPEN, 1);
  }

  private void reopen(long at) {
    signals.add(new ComplaintReopened(open, Micros.instant(at)));
    mayReopen = false;
    settledAt = Micros.plusDays(at, 20);
    causes.add(Causes.COMPLAINT, 1);
    causes.put(Causes.OPEN, 1);
  }

  private void ask(long at, double trouble) {
    var asked = Micros.plusDays(at, 0.1);
    signals.add(new FeedbackRequested(Crew.id(random), Micros.instant(asked)));
    if (random.nextDouble() < manners.answerRate()) {
      var exact = 4.6 - 0.5 * trouble + 0.7 * random.nextGaussian();
      var mark = (int) Math.max(1, Math.min(5, Math.round(exact)));
      signals.add(
          new FeedbackGiven(
              Crew.id(random), Micros.instant(Micros.plusDays(at, 1)), null, mark, null, null));
    }
  }
}
