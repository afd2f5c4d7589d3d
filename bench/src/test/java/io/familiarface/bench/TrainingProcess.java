package io.familiarface.bench;

import io.familiarface.risk.backtest.BackTest;
import io.familiarface.risk.engine.RiskEngineSettings;
import io.familiarface.risk.learning.CustomerHistory;
import io.familiarface.risk.learning.ProgressListener;
import io.familiarface.risk.learning.Training;
import io.familiarface.risk.model.RiskModel;
import io.familiarface.risk.signal.VisitCompleted;
import io.familiarface.risk.simulation.SimulatedCompany;
import io.familiarface.risk.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Learns from, or rolls through, a simulated company in a JVM of its own, and prints how many
 * visits that were and how many seconds it took.
 */
public final class TrainingProcess {
  private static final int MONTHS = 36;
  private static final int TECHNICIANS = 60;
  private static final int ORIGINS = 12;

  private TrainingProcess() {}

  public static void main(String[] args) {
    SimulatedCompany company =
        SimulatedCompany.of(World.pestControl(), 7, Integer.parseInt(args[1]), MONTHS, TECHNICIANS);
    Instant start = company.start();
    Instant end = company.end();
    List<CustomerHistory> histories =
        company.customers().stream()
            .map(customer -> new CustomerHistory(customer.id(), customer.signals()))
            .toList();
    company = null;
    RiskModel prior = RiskModel.prior();
    RiskEngineSettings settings = RiskEngineSettings.defaults();
    long began = System.nanoTime();
    String outcome =
        args[0].equals("train")
            ? new Training(prior, settings)
                .train(histories, prior, end, "learned-1", ProgressListener.unheard())
                .verdict()
                .toString()
            : new BackTest(prior, settings)
                .run(
                    histories,
                    start.plus(Duration.ofDays(540)),
                    end.minus(Duration.ofDays(5)),
                    ORIGINS,
                    ProgressListener.unheard())
                .verdict();
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.println("outcome " + outcome);
    System.out.println("visits " + visits(histories));
    System.out.println("seconds " + seconds);
  }

  private static long visits(List<CustomerHistory> histories) {
    return histories.stream()
        .flatMap(history -> history.signals().stream())
        .filter(VisitCompleted.class::isInstance)
        .count();
  }
}
