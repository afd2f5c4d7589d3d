package io.familiarface.risk.state;

import io.familiarface.risk.reason.ReasonCode;
import io.familiarface.risk.signal.EpochMicros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** The latest flags of a customer; at most one is open. */
public final class FlagHistory {

  private static final int CAPACITY = 3;

  private record Entry(
      FlagState state,
      long raisedAt,
      Set<ReasonCode> reasons,
      String model,
      long clearedAt,
      long endedAt,
      int visitsAtRaise,
      int leadVisits) {

    Entry cleared(long at) {
      return new Entry(
          FlagState.CLEARED, raisedAt, reasons, model, at, 0, visitsAtRaise, leadVisits);
    }

    Entry ended(FlagState how, long at, int completed) {
      var lead = completed - visitsAtRaise;
      return new Entry(how, raisedAt, reasons, model, clearedAt, at, visitsAtRaise, lead);
    }

    /** As it stood before an instant: what was decided from then on is open again. */
    Entry before(long at) {
      if (endedAt >= at) {
        var cleared = clearedAt != 0 && clearedAt < at;
        var was = cleared ? FlagState.CLEARED : FlagState.RAISED;
        return new Entry(
            was, raisedAt, reasons, model, cleared ? clearedAt : 0, 0, visitsAtRaise, 0);
      }
      return clearedAt >= at
          ? new Entry(FlagState.RAISED, raisedAt, reasons, model, 0, 0, visitsAtRaise, 0)
          : this;
    }

    void write(StateWriter out) {
      out.choice(state);
      out.time(raisedAt);
      var codes = 0L;
      for (var reason : reasons) {
        codes |= 1L << reason.ordinal();
      }
      out.count(codes);
      out.text(model);
      out.timeOrNone(clearedAt);
      out.timeOrNone(endedAt);
      out.count(visitsAtRaise);
      out.count(leadVisits);
    }

    static Entry read(StateReader in) {
      return new Entry(
          in.choice(FlagState.values()),
          in.time(),
          codes(in.big()),
          in.text(),
          in.timeOrNone(),
          in.timeOrNone(),
          in.count(),
          in.count());
    }

    Flag view() {
      var lost = state == FlagState.LOST;
      return new Flag(
          state,
          EpochMicros.instant(raisedAt),
          List.copyOf(reasons),
          model,
          clearedAt == 0 ? null : EpochMicros.instant(clearedAt),
          endedAt == 0 ? null : EpochMicros.instant(endedAt),
          lost ? (int) ((endedAt - raisedAt) / EpochMicros.PER_DAY) : null,
          lost ? leadVisits : null);
    }
  }

  private final EvictingList<Entry> entries;

  /** As another model left them: a replay starts from these, also when later ones replaced them. */
  private final List<Entry> inherited;

  private final long judgedSince;

  FlagHistory() {
    this(new EvictingList<>(CAPACITY), List.of(), 0);
  }

  private FlagHistory(EvictingList<Entry> entries, List<Entry> inherited, long judgedSince) {
    this.entries = entries;
    this.inherited = inherited;
    this.judgedSince = judgedSince;
  }

  private static FlagHistory inheriting(List<Entry> inherited, long judgedSince) {
    var entries = new EvictingList<Entry>(CAPACITY);
    inherited.forEach(entries::add);
    return new FlagHistory(entries, inherited, judgedSince);
  }

  /**
   * Since when the model in use judges this customer; what stands here from before is another
   * model's and no business of a replay. 0 when it judges their whole history.
   */
  public long judgedSince() {
    return judgedSince;
  }

  /** What one model leaves to the next at an instant. */
  public FlagHistory handedOver(long at) {
    return inheriting(
        entries.list().stream()
            .filter(entry -> entry.raisedAt < at)
            .map(entry -> entry.before(at))
            .toList(),
        at);
  }

  /** What the model in use was left by the one before it; nothing when there was none. */
  public FlagHistory asInherited() {
    return inheriting(inherited, judgedSince);
  }

  /**
   * What other models left, put together from what was told of it, for when the state that held it
   * cannot be read any more.
   *
   * @param told oldest first
   * @param judgedSince when the model in use began to judge the customer
   * @param completedBy how many visits had been completed by an instant
   */
  public static FlagHistory of(
      List<Flag> told, Instant judgedSince, ToIntFunction<Instant> completedBy) {
    var book = new FlagHistory();
    for (var flag : told) {
      book.entries.add(
          new Entry(
              flag.state(),
              EpochMicros.of(flag.raisedAt()),
              Set.copyOf(flag.reasons()),
              flag.modelVersion(),
              flag.clearedAt() == null ? 0 : EpochMicros.of(flag.clearedAt()),
              flag.endedAt() == null ? 0 : EpochMicros.of(flag.endedAt()),
              completedBy.applyAsInt(flag.raisedAt()),
              flag.leadVisits() == null ? 0 : flag.leadVisits()));
    }
    return book.handedOver(EpochMicros.of(judgedSince));
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public boolean open() {
    var last = last();
    return last != null && last.state == FlagState.RAISED;
  }

  /** When the last flag was cleared or ended; {@code Long.MIN_VALUE} before there was one. */
  public long lastOver() {
    var last = last();
    return last == null ? Long.MIN_VALUE : Math.max(last.clearedAt, last.endedAt);
  }

  /** When the oldest flag that still waits for its verdict was cleared; 0 when none does. */
  public long waitingSince() {
    for (var entry : entries.list()) {
      if (entry.state == FlagState.CLEARED) {
        return entry.clearedAt;
      }
    }
    return 0;
  }

  public void raise(long at, Collection<ReasonCode> reasons, String model, int completed) {
    var codes = reasons.isEmpty() ? Set.<ReasonCode>of() : EnumSet.copyOf(reasons);
    entries.add(new Entry(FlagState.RAISED, at, codes, model, 0, 0, completed, 0));
  }

  public void clear(long at) {
    rewrite(entry -> entry.state == FlagState.RAISED ? entry.cleared(at) : entry);
  }

  /** Those cleared by then are kept. */
  public void keep(long clearedBy, double afterDays, int completed) {
    rewrite(
        entry ->
            entry.state == FlagState.CLEARED && entry.clearedAt <= clearedBy
                ? entry.ended(
                    FlagState.KEPT, EpochMicros.plusDays(entry.clearedAt, afterDays), completed)
                : entry);
  }

  /** The customer has gone: what stands open, or was cleared and waits for its verdict, is lost. */
  public void lose(long at, int completed) {
    rewrite(
        entry ->
            (entry.state == FlagState.RAISED || entry.state == FlagState.CLEARED)
                    && entry.raisedAt <= at
                ? entry.ended(FlagState.LOST, at, completed)
                : entry);
  }

  public List<Flag> view() {
    return entries.list().stream().map(Entry::view).toList();
  }

  private Entry last() {
    var all = entries.list();
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  private void rewrite(UnaryOperator<Entry> change) {
    var changed = new ArrayList<Entry>();
    entries.list().forEach(entry -> changed.add(change.apply(entry)));
    entries.clear();
    changed.forEach(entries::add);
  }

  FlagHistory copy() {
    return new FlagHistory(entries.copy(), inherited, judgedSince);
  }

  void write(StateWriter out) {
    out.timeOrNone(judgedSince);
    entries.write(out, Entry::write);
    if (judgedSince != 0) {
      out.count(inherited.size());
      inherited.forEach(entry -> entry.write(out));
    }
  }

  static FlagHistory read(StateReader in) {
    var judgedSince = in.timeOrNone();
    var entries = new EvictingList<Entry>(CAPACITY);
    entries.read(in, Entry::read);
    var inherited = new EvictingList<Entry>(CAPACITY);
    if (judgedSince != 0) {
      inherited.read(in, Entry::read);
    }
    return new FlagHistory(entries, inherited.list(), judgedSince);
  }

  private static Set<ReasonCode> codes(long bits) {
    var codes = EnumSet.noneOf(ReasonCode.class);
    for (var code : ReasonCode.values()) {
      if ((bits >> code.ordinal() & 1) == 1) {
        codes.add(code);
      }
    }
    return codes;
  }
}
