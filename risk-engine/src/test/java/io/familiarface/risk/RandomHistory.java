package io.familiarface.risk;

import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.BurnedBefore;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.ComplaintReceived;
import io.familiarface.risk.signal.ComplaintReopened;
import io.familiarface.risk.signal.ComplaintResolved;
import io.familiarface.risk.signal.Disengaged;
import io.familiarface.risk.signal.Disengagement;
import io.familiarface.risk.signal.FeedbackGiven;
import io.familiarface.risk.signal.FeedbackRequested;
import io.familiarface.risk.signal.InvoiceSettled;
import io.familiarface.risk.signal.InvoiceTrouble;
import io.familiarface.risk.signal.InvoiceTroubled;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.MoodNoted;
import io.familiarface.risk.signal.PromiseBroken;
import io.familiarface.risk.signal.PromiseKept;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.PromiseReleased;
import io.familiarface.risk.signal.Severity;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.Surprised;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.technicianchange.Permanence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Histories of every kind of signal in any mixture, some at the same instant. */
public final class RandomHistory {

  private static final Instant START = HistoryBuilder.START;

  private final Random random;
  private final List<UUID> agreements;
  private final List<UUID> technicians;
  private final List<UUID> promises;
  private final List<UUID> complaints;

  private RandomHistory(long seed, int agreements, int technicians) {
    random = new Random(seed);
    this.agreements = ids(agreements);
    this.technicians = ids(technicians);
    promises = ids(6);
    complaints = ids(9);
  }

  /** All that a company can do to one customer. */
  public static List<Signal> busy(long seed, int signals) {
    return new RandomHistory(seed, 5, 80).make(signals, signals);
  }

  /** Shorter, with many signals at the same instants. */
  public static List<Signal> crowded(long seed, int signals) {
    return new RandomHistory(seed, 5, 4).make(signals, Math.max(1, signals / 2));
  }

  /** Of a customer with as many agreements, which begin and end as they please. */
  public static List<Signal> withAgreements(long seed, int agreements, int signals) {
    return new RandomHistory(seed, agreements, 4).make(signals, signals);
  }

  private List<Signal> make(int signals, int days) {
    var made = new ArrayList<Signal>();
    made.add(
        new AgreementStarted(
            agreements.get(0),
            START,
            technicians.get(0),
            14,
            random.nextBoolean() ? null : START.plusSeconds(random.nextInt(days) * 86_400L)));
    for (var i = 0; i < signals; i++) {
      made.add(any(START.plusSeconds(random.nextInt(days) * 86_400L)));
    }
    return made;
  }

  private Signal any(Instant at) {
    return switch (random.nextInt(21)) {
      case 0 -> new BurnedBefore(one(agreements), at);
      case 1 -> new PromiseMade(one(promises), PromiseKind.SAME_TECHNICIAN, at, one(technicians));
      case 2 -> new PromiseBroken(one(promises), PromiseKind.SAME_TECHNICIAN, at, id());
      case 3 -> new PromiseReleased(one(promises), at, id());
      case 4 -> new ComplaintReceived(one(complaints), at, any(Severity.values()), "PRICE");
      case 5 -> new ComplaintResolved(one(complaints), at, any(Answer.values()));
      case 6 -> new ComplaintReopened(one(complaints), at);
      case 7 -> new MoodNoted(id(), at, any(Mood.values()));
      case 8 ->
          random.nextBoolean()
              ? new Surprised(id(), at)
              : new Disengaged(id(), at, any(Disengagement.values()));
      case 9 -> new InvoiceTroubled(id(), at, any(InvoiceTrouble.values()));
      case 10 -> new InvoiceSettled(id(), at);
      case 11 -> new FeedbackRequested(id(), at);
      case 12 -> new FeedbackGiven(id(), at, id(), 1 + random.nextInt(5), null, null);
      case 13 -> new VisitMissed(id(), one(agreements), at);
      case 14 -> new PromiseKept(one(promises), at);
      case 15 -> ends(at);
      default -> visit(at);
    };
  }

  /** One agreement in four ends, so that most histories go on with others. */
  private Signal ends(Instant at) {
    return random.nextInt(4) == 0
        ? new AgreementCancelled(one(agreements), at, "PRICE")
        : new AgreementStarted(one(agreements), at, one(technicians), 7 + random.nextInt(60));
  }

  private VisitCompleted visit(Instant at) {
    return new VisitCompleted(
        id(),
        one(agreements),
        at,
        one(technicians),
        random.nextBoolean() ? one(technicians) : null,
        any(ChangeReason.values()),
        any(Permanence.values()),
        any(Answer.values()),
        any(Answer.values()),
        any(Answer.values()));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private List<UUID> ids(int count) {
    var ids = new ArrayList<UUID>();
    for (var i = 0; i < count; i++) {
      ids.add(id());
    }
    return ids;
  }

  private <T> T one(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
