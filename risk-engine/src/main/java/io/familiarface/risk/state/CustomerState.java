package io.familiarface.risk.state;

import io.familiarface.risk.continuity.Continuity;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.SignalKey;
import io.familiarface.risk.signal.SignalKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that the engine keeps of one customer: under 2 KB when encoded, unless they have very many
 * agreements, and brought up to date in the same small time however long the history is. It depends
 * on the model's half-lives, so it is replayed when the model changes. Mutable and not thread-safe.
 */
public final class CustomerState {

  /** The first byte of what {@link #encode} writes: another one asks for a replay. */
  public static final int FORMAT = 7;

  long lastAt = Long.MIN_VALUE;
  SignalKind lastKind;
  SignalKey lastKey;
  DatedReference burned;
  int completed;
  int onTime;
  int late;
  int missed;
  int changes;
  int inRow;
  DecayedSums sums = new DecayedSums();
  TechnicianCounts technicians = new TechnicianCounts();
  VisitWindow window = new VisitWindow();
  SatisfactionTrend satisfaction = new SatisfactionTrend();
  FlagHistory flags = new FlagHistory();
  EvictingList<AgreementState> agreements = EvictingList.unbounded();
  EvictingList<ActivePromise> promises = new EvictingList<>(3);
  EvictingList<TechnicianChange> recentChanges = new EvictingList<>(4);
  EvictingList<PromiseBreach> breaches = new EvictingList<>(3);
  EvictingList<OpenCase> openCases = EvictingList.unbounded();
  final Map<ReferenceKind, EvictingList<DatedReference>> references =
      new EnumMap<>(ReferenceKind.class);

  public CustomerState() {
    for (var kind : ReferenceKind.values()) {
      references.put(kind, new EvictingList<>(kind.remembered()));
    }
  }

  /** Whether a signal comes after everything that has been taken in. */
  public boolean isBefore(Signal signal) {
    var at = EpochMicros.of(signal.at());
    if (lastKind == null || at != lastAt) {
      return at > lastAt;
    }
    var byKind = signal.kind().compareTo(lastKind);
    return byKind > 0 || byKind == 0 && signal.key().compareTo(lastKey) > 0;
  }

  /** Takes in the next signal; see {@link #isBefore}. */
  public void take(Signal signal, HalfLives halfLives) {
    new StateUpdater(this, halfLives).take(signal);
    lastAt = EpochMicros.of(signal.at());
    lastKind = signal.kind();
    lastKey = signal.key();
  }

  public Optional<Instant> lastSignalAt() {
    return lastKind == null ? Optional.empty() : Optional.of(EpochMicros.instant(lastAt));
  }

  /** {@code Long.MIN_VALUE} before the first signal. */
  public long lastAt() {
    return lastAt;
  }

  /** Where the customer stands at an instant no earlier than the last signal. */
  public CustomerStatus standing(long at) {
    if (agreements.isEmpty()) {
      return CustomerStatus.PROSPECT;
    }
    var standing = CustomerStatus.CANCELLED;
    for (var agreement : agreements.list()) {
      if (agreement.runs(at)) {
        return CustomerStatus.ACTIVE;
      }
      if (agreement.active()) {
        standing = CustomerStatus.LAPSED;
      }
    }
    return standing;
  }

  /** When the last of their running agreements runs out; {@code Long.MAX_VALUE} for never. */
  public long lapsesAt() {
    var last = Long.MIN_VALUE;
    for (var agreement : agreements.list()) {
      if (agreement.active()) {
        last = Math.max(last, agreement.lapsesAt());
      }
    }
    return last == Long.MIN_VALUE ? Long.MAX_VALUE : last;
  }

  public List<AgreementState> agreements() {
    return agreements.list();
  }

  public double sum(DecayingSignal signal, long at, HalfLives halfLives) {
    return sums.at(signal, at, halfLives);
  }

  /** A decayed sum as it was when something was last added to it. */
  public double lastSum(DecayingSignal signal) {
    return sums.last(signal);
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

  /** When we heard that another company had hurt them, or null. */
  public DatedReference burnedBefore() {
    return burned;
  }

  public FlagHistory flags() {
    return flags;
  }

  /** Puts the flags that another model left in the place of the customer's own. */
  public void inherit(FlagHistory book) {
    flags = book.copy();
  }

  public List<ActivePromise> promises() {
    return promises.list();
  }

  public List<TechnicianChange> recentChanges() {
    return recentChanges.list();
  }

  public List<PromiseBreach> breaches() {
    return breaches.list();
  }

  /** The latest of a kind, oldest first. */
  public List<DatedReference> references(ReferenceKind kind) {
    return references.get(kind).list();
  }

  void remember(ReferenceKind kind, UUID id, long at, int degree) {
    references.get(kind).add(new DatedReference(id, at, degree));
  }

  public List<OpenCase> openCases() {
    return openCases.list();
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
    return StateCodec.copy(this);
  }

  public byte[] encode() {
    return StateCodec.encode(this, FORMAT);
  }

  /** The state that {@link #encode} wrote; refuses another format, which asks for a replay. */
  public static CustomerState decode(byte[] bytes) {
    return StateCodec.decode(bytes, FORMAT);
  }
}
