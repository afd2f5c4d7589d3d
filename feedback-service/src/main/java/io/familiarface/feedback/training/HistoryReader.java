package io.familiarface.feedback.training;

import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.model.RiskSettings;
import io.familiarface.risk.learning.CustomerHistory;
import io.familiarface.risk.learning.IdInterner;
import io.familiarface.risk.learning.ProgressListener;
import io.familiarface.risk.signal.Signal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads the history of the company to learn from, row after row. When it is longer than memory may
 * hold, customers are drawn: the same ones every time.
 */
@ApplicationScoped
public class HistoryReader {
  private static final int LONGEST_SECONDS = 3_600;

  /** What a signal takes in memory while a model is fitted to it, measured on visits. */
  private static final int BYTES_A_SIGNAL = 400;

  private final Signals signals;
  private final int most;

  HistoryReader(Signals signals, RiskSettings config) {
    this.signals = signals;
    this.most =
        config
            .training()
            .mostSignals()
            .orElse(
                (int) Math.min(20_000_000, Runtime.getRuntime().maxMemory() / 3 / BYTES_A_SIGNAL));
  }

  /**
   * The histories that were read.
   *
   * @param share of the customers; 1 when all fitted into memory
   */
  public record Read(List<CustomerHistory> histories, double share) {

    /** What is to be said of a history that did not fit. */
    public String remark() {
      return share == 1
          ? ""
          : " Memory holds %d in 100 customers, drawn at random; give the service more for all."
              .formatted(Math.round(share * 100));
    }
  }

  public Read until(Instant asOf, ProgressListener progress) {
    progress.at(0, "reading histories");
    return QuarkusTransaction.requiringNew()
        .timeout(LONGEST_SECONDS)
        .call(() -> new Reading(signals.roughCount(), progress).until(asOf));
  }

  private final class Reading {
    private final double expected;
    private final ProgressListener progress;
    private final IdInterner ids = new IdInterner();
    private final List<CustomerHistory> histories = new ArrayList<>();
    private double share = 1;
    private long held;
    private long read;

    Reading(long expected, ProgressListener progress) {
      this.expected = Math.max(1, expected);
      this.progress = progress;
    }

    Read until(Instant asOf) {
      signals.forEachHistory(asOf, id -> isDrawn(id, share), this::add);
      return new Read(histories, share);
    }

    private void add(UUID customer, List<Signal> history) {
      held += history.size();
      read += Math.round(history.size() / share);
      histories.add(
          new CustomerHistory(
              customer, history.stream().map(ids::shared).sorted(Signal.ORDER).toList()));
      while (held > most && histories.size() > 1) {
        share /= 2;
        histories.removeIf(one -> !isDrawn(one.customerId(), share));
        held = histories.stream().mapToLong(one -> one.signals().size()).sum();
      }
      progress.at(Math.min(1, read / expected), "reading histories");
    }
  }

  private static boolean isDrawn(UUID customer, double share) {
    return share == 1 || (customer.hashCode() * 0x9E3779B9 >>> 8) < share * (1 << 24);
  }
}
