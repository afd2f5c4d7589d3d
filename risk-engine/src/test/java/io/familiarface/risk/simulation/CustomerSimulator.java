package io.familiarface.risk.simulation;

import io.familiarface.risk.signal.AgreementCancelled;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.BurnedBefore;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.risk.signal.EpochMicros;
import io.familiarface.risk.signal.PromiseBroken;
import io.familiarface.risk.signal.PromiseKind;
import io.familiarface.risk.signal.PromiseMade;
import io.familiarface.risk.signal.PromiseReleased;
import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.signal.VisitMissed;
import io.familiarface.technicianchange.Permanence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** One customer's life with a simulated company, visit by visit. */
final class CustomerSimulator {

  private final World world;
  private final TechnicianRoster crew;
  private final Caller caller;
  private final SplittableRandom random;
  private final List<Signal> signals = new ArrayList<>();
  private final List<OracleObservation> truth = new ArrayList<>();
  private final UUID agreement;
  private final int seat;
  private final double interval;
  private final double sensitivity;
  private final double frailty;
  private final LatentCauses causes;
  private final FeedbackSimulator voice;
  private UUID usual;
  private UUID promised;
  private UUID promise;
  private int tenure;
  private double called;
  private long calledUntil;

  CustomerSimulator(World world, TechnicianRoster crew, Caller caller, SplittableRandom random) {
    this.world = world;
    this.crew = crew;
    this.caller = caller;
    this.random = random;
    agreement = TechnicianRoster.id(random);
    seat = random.nextInt(crew.size());
    interval = world.cadences().get(random.nextInt(world.cadences().size()));
    sensitivity = Math.exp(random.nextGaussian() * world.effects().sensitivitySpread());
    frailty = random.nextGaussian() * world.effects().frailtySpread();
    causes = new LatentCauses(world.effects());
    voice = new FeedbackSimulator(world.manners(), signals, causes, random);
  }

  SimulatedCustomer live(long signsUp, long until) {
    begin(signsUp);
    var customer = TechnicianRoster.id(random);
    var at = signsUp;
    while (at < until) {
      causes.advanceTo(at);
      voice.before(at);
      visit(at);
      voice.after(at, interval);
      causes.put(LatentCauses.TENURE, Math.log1p(tenure));
      var logOdds =
          world.effects().base() + frailty + causes.effect(sensitivity) + call(customer, at);
      var leaves = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
      truth.add(new OracleObservation(at, causes.snapshot(), leaves));
      if (leaves) {
        return leave(customer, at, until);
      }
      at = EpochMicros.plusDays(at, interval * (0.97 + 0.06 * random.nextDouble()));
    }
    return made(customer, null, until);
  }

  /** What a call adds to the log-odds of leaving. */
  private double call(UUID customer, long at) {
    if (called == 0) {
      var stays = 1 / (1 + Math.exp(world.effects().base() + causes.effect(1)));
      var risk = 1 - Math.pow(stays, Caller.CALL_LASTS_DAYS / interval);
      called = caller.call(customer, EpochMicros.instant(at), risk);
      calledUntil = EpochMicros.plusDays(at, Caller.CALL_LASTS_DAYS);
    }
    return at < calledUntil ? called : 0;
  }

  private void begin(long at) {
    usual = crew.holder(seat, at);
    signals.add(new AgreementStarted(agreement, EpochMicros.instant(at), usual, interval));
    if (random.nextDouble() < world.manners().promisedShare()) {
      promise(at);
    }
    if (random.nextDouble() < 0.1) {
      signals.add(new BurnedBefore(agreement, EpochMicros.instant(at)));
      causes.put(LatentCauses.BURNED, 1);
    }
  }

  private void promise(long at) {
    promise = TechnicianRoster.id(random);
    promised = usual;
    signals.add(
        new PromiseMade(promise, PromiseKind.SAME_TECHNICIAN, EpochMicros.instant(at), promised));
  }

  private void visit(long at) {
    if (random.nextDouble() < world.staffing().missedRate()) {
      signals.add(new VisitMissed(TechnicianRoster.id(random), agreement, EpochMicros.instant(at)));
      causes.add(LatentCauses.MISSED, 1);
      failed();
      return;
    }
    var holder = crew.holder(seat, at);
    if (!holder.equals(usual)) {
      change(at, holder, ChangeReason.LEFT_COMPANY, Permanence.FOR_GOOD);
    } else if (crew.away(seat, at)) {
      var standIn = crew.standIn(seat, at, random);
      change(at, standIn, ChangeReason.ABSENT, Permanence.THIS_VISIT);
    } else {
      tenure++;
      completed(at, usual, ChangeReason.NONE, Permanence.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN);
    }
  }

  private void change(long at, UUID newcomer, ChangeReason reason, Permanence permanence) {
    var manners = world.manners();
    var told = random.nextDouble() < manners.toldShare();
    var introduced = told && random.nextDouble() < manners.introducedShare();
    var forGood = permanence == Permanence.FOR_GOOD;
    var visit =
        completed(
            at,
            newcomer,
            reason,
            known() ? permanence : Permanence.UNKNOWN,
            known() ? Answer.of(told) : Answer.UNKNOWN,
            known() ? Answer.of(introduced) : Answer.UNKNOWN);
    var good = forGood && told && introduced;
    if (good && visit.told() == Answer.YES && visit.introduced() == Answer.YES) {
      release(visit);
    } else {
      breakPromise(visit);
    }
    if (!good) {
      causes.add(forGood ? LatentCauses.HANDOVER : LatentCauses.SUBSTITUTION, 1);
      causes.add(LatentCauses.UNTOLD, told ? 0 : 1);
      causes.add(LatentCauses.NOT_INTRODUCED, introduced ? 0 : 1);
      failed();
    }
    if (forGood) {
      usual = newcomer;
      tenure = 1;
      if (promise != null && random.nextDouble() < 0.4) {
        promise(at + 1_000_000);
      }
    }
  }

  private boolean known() {
    return random.nextDouble() >= world.manners().unknownShare();
  }

  private VisitCompleted completed(
      long at,
      UUID technician,
      ChangeReason reason,
      Permanence permanence,
      Answer told,
      Answer introduced) {
    var onTime = Answer.of(random.nextDouble() < 0.93);
    var visit =
        new VisitCompleted(
            TechnicianRoster.id(random),
            agreement,
            EpochMicros.instant(at),
            technician,
            usual,
            reason,
            permanence,
            told,
            introduced,
            onTime);
    signals.add(visit);
    return visit;
  }

  private void release(VisitCompleted visit) {
    if (promise != null) {
      signals.add(new PromiseReleased(promise, visit.at(), visit.visitId()));
      promise = null;
    }
  }

  private void breakPromise(VisitCompleted visit) {
    if (promise != null && !visit.technicianId().equals(promised)) {
      signals.add(
          new PromiseBroken(promise, PromiseKind.SAME_TECHNICIAN, visit.at(), visit.visitId()));
      causes.add(LatentCauses.PROMISE, 1);
    }
  }

  private void failed() {
    if (causes.failures() > 1.5) {
      causes.add(LatentCauses.SECOND, 1);
    }
  }

  private SimulatedCustomer leave(UUID customer, long at, long until) {
    var mean = world.leavesAtOnce();
    var days =
        mean == 0
            ? random.nextDouble() * interval
            : Math.min(interval * 0.95, -Math.log(1 - random.nextDouble()) * mean);
    var when = EpochMicros.plusDays(at, days) + 3_600_000_000L;
    if (when >= until) {
      return made(customer, null, until);
    }
    var cancelledAt = EpochMicros.instant(when);
    signals.removeIf(signal -> signal.at().isAfter(cancelledAt));
    signals.add(new AgreementCancelled(agreement, cancelledAt, "OTHER"));
    return made(customer, cancelledAt, until);
  }

  private SimulatedCustomer made(UUID customer, Instant cancelledAt, long until) {
    var end = EpochMicros.instant(until);
    signals.removeIf(signal -> signal.at().isAfter(end));
    signals.sort(Signal.ORDER);
    return new SimulatedCustomer(
        customer, interval, List.copyOf(signals), cancelledAt, List.copyOf(truth));
  }
}
