package io.familiarface.risk.state;

import io.familiarface.risk.ServiceRecord;
import io.familiarface.risk.Standing;
import io.familiarface.risk.continuity.Continuity;
import io.familiarface.risk.continuity.RunningCounts;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import io.familiarface.risk.signal.SignalKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the engine keeps of one customer: under 2 KB when encoded, brought up to date in the
 * same small time however long the history is. It depends on the model's half-lives, so it is
 * replayed when the model changes. Mutable and not thread-safe.
 */
public final class CustomerState {

  private static final int FORMAT = 3;

  long lastAt = Long.MIN_VALUE;
  SignalKind lastKind;
  SignalKey lastKey;
  Trace burned;
  int completed;
  int onTime;
  int late;
  int missed;
  int changes;
  int inRow;
  FadingSums sums = new FadingSums();
  RunningCounts technicians = new RunningCounts();
  VisitWindow window = new VisitWindow();
  Satisfaction satisfaction = new Satisfaction();
  FlagBook flags = new FlagBook();
  Recent<AgreementTrack> agreements = new Recent<>(3);
  Recent<PromiseOnRecord> promises = new Recent<>(3);
  Recent<Change> recentChanges = new Recent<>(4);
  Recent<Breach> breaches = new Recent<>(3);
  Recent<Trace> complaints = new Recent<>(2);
  Recent<OpenCase> openCases = new Recent<>(4);
  Recent<Trace> missedVisits = new Recent<>(2);
  Recent<Trace> lateVisits = new Recent<>(1);
  Recent<Trace> surprises = new Recent<>(2);
  Recent<Trace> reopenings = new Recent<>(2);
  Recent<Trace> badMoods = new Recent<>(2);
  Recent<Trace> marks = new Recent<>(2);
  Recent<Trace> unanswered = new Recent<>(4);
  Recent<Trace> invoices = new Recent<>(3);

  /** Whether a signal comes after everything that has been taken in. */
  public boolean isBefore(Signal signal) {
    var at = Micros.of(signal.at());
    if (lastKind == null || at != lastAt) {
      return at > lastAt;
    }
    var byKind = signal.kind().compareTo(lastKind);
    return byKind > 0 || byKind == 0 && signal.key().compareTo(lastKey) > 0;
  }

  /** Takes in the next signal; see {@link #isBefore}. */
  public void take(Signal signal, HalfLives halfLives) {
    new Uptake(this, halfLives).take(signal);
    lastAt = Micros.of(signal.at());
    lastKind = signal.kind();
    lastKey = signal.key();
  }

  public Optional<Instant> lastSignalAt() {
    return lastKind == null ? Optional.empty() : Optional.of(Micros.instant(lastAt));
  }

  /** {@code Long.MIN_VALUE} before the first signal. */
  public long lastAt() {
    return lastAt;
  }

  /** Where she stands at an instant no earlier than the last signal. */
  public Standing standing(long at) {
    if (agreements.isEmpty()) {
      return Standing.PROSPECT;
    }
    var standing = Standing.CANCELLED;
    for (var agreement : agreements.list()) {
      if (agreement.runs(at)) {
        return Standing.ACTIVE;
      }
      if (agreement.active()) {
        standing = Standing.LAPSED;
      }
    }
    return standing;
  }

  /** When the last of her running agreements runs out; {@code Long.MAX_VALUE} for never. */
  public long lapsesAt() {
    var last = Long.MIN_VALUE;
    for (var agreement : agreements.list()) {
      if (agreement.active()) {
        last = Math.max(last, agreement.lapsesAt());
      }
    }
    return last == Long.MIN_VALUE ? Long.MAX_VALUE : last;
  }

  public List<AgreementTrack> agreements() {
    return agreements.list();
  }

  public double sum(Fade fade, long at, HalfLives halfLives) {
    return sums.at(fade, at, halfLives);
  }

  /** A fading sum as it was when something was last added to it. */
  public double lastSum(Fade fade) {
    return sums.last(fade);
  }

  public Continuity continuity() {
    return technicians.measures();
  }

  public Continuity continuitySince(long from) {
    return window.since(from);
  }

  public ServiceRecord service() {
    return new ServiceRecord(completed, onTime, late, completed - onTime - late, missed);
  }

  public int completed() {
    return completed;
  }

  public int changes() {
    return changes;
  }

  /** Visits in a row by the usual technician. */
  public int inRow() {
    return inRow;
  }

  /** When we heard that another company had hurt her, or null. */
  public Trace burnedBefore() {
    return burned;
  }

  public FlagBook flags() {
    return flags;
  }

  /** Puts the flags that another model left in the place of her own. */
  public void inherit(FlagBook book) {
    flags = book.copy();
  }

  public List<PromiseOnRecord> promises() {
    return promises.list();
  }

  public List<Change> recentChanges() {
    return recentChanges.list();
  }

  public List<Breach> breaches() {
    return breaches.list();
  }

  /** The latest complaints, settled or not. */
  public List<Trace> complaints() {
    return complaints.list();
  }

  public List<OpenCase> openCases() {
    return openCases.list();
  }

  public List<Trace> missedVisits() {
    return missedVisits.list();
  }

  public List<Trace> lateVisits() {
    return lateVisits.list();
  }

  public List<Trace> surprises() {
    return surprises.list();
  }

  public List<Trace> reopenings() {
    return reopenings.list();
  }

  public List<Trace> badMoods() {
    return badMoods.list();
  }

  /** Feedback with marks; the degree is the mark from 1 to 5 in tenths. */
  public List<Trace> marks() {
    return marks.list();
  }

  /** Requests for feedback since she last gave any. */
  public List<Trace> unanswered() {
    return unanswered.list();
  }

  /** Invoices in trouble; the degree is the trouble's ordinal. */
  public List<Trace> invoices() {
    return invoices.list();
  }

  public int marksGiven() {
    return satisfaction.given();
  }

  /** Recent satisfaction, 1 to 5; meaningless before any mark was given. */
  public double satisfactionLevel() {
    return satisfaction.level();
  }

  public double satisfactionFall() {
    return satisfaction.fall();
  }

  public long lastMarkAt() {
    return satisfaction.lastAt();
  }

  public CustomerState copy() {
    return StateFormat.copy(this);
  }

  public byte[] encode() {
    return StateFormat.encode(this, FORMAT);
  }

  /** The state that {@link #encode} wrote; refuses another format, which asks for a replay. */
  public static CustomerState decode(byte[] bytes) {
    return StateFormat.decode(bytes, FORMAT);
  }
}
