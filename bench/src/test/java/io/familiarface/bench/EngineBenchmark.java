package io.familiarface.bench;

import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.AgreementStarted;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.state.CustomerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The pure engine on one core: a customer who has been visited so often is visited a hundred times
 * more, every eighth time by somebody else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
  private static final int EVENTS = 100;
  private static final Instant START = Instant.parse("2020-01-06T09:00:00Z");
  private static final Duration BETWEEN = Duration.ofHours(5);

  @Param({"10", "10000"})
  public int visitsBefore;

  private RiskEngine engine;
  private CustomerState before;
  private List<VisitCompleted> next;

  @Setup
  public void visited() {
    engine = new RiskEngine(RiskModel.prior(), RiskEngineSettings.defaults());
    Random random = new Random(7);
    UUID agreement = new UUID(7, 0);
    UUID usual = new UUID(7, 1);
    before = engine.start();
    engine.apply(before, new AgreementStarted(agreement, START, usual, 30.44));
    next = new ArrayList<>();
    for (int i = 1; i <= visitsBefore + EVENTS; i++) {
      UUID who = random.nextInt(8) == 0 ? new UUID(7, 2 + random.nextInt(12)) : usual;
      VisitCompleted visit =
          new VisitCompleted(
              new UUID(8, i),
              agreement,
              START.plus(BETWEEN.multipliedBy(i)),
              who,
              usual,
              null,
              null,
              null,
              null,
              null);
      if (i <= visitsBefore) {
        engine.apply(before, visit);
      } else {
        next.add(visit);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public CustomerState visitEvents() {
    CustomerState state = before.copy();
    for (VisitCompleted visit : next) {
      engine.apply(state, visit);
    }
    return state;
  }
}
