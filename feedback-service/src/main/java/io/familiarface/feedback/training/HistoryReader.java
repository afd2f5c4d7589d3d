package io.familiarface.feedback.training;

import io.familiarface.feedback.history.Signals;
import io.familiarface.feedback.model.RiskSettings;
import io.familiarface.risk.learning.CustomerHistory;
import io.familiarface.risk.learning.IdInterner;
import io.familiarface.risk.learning.ProgressListener;
import io.familiarface.risk.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the history of the company to learn from, some customers at a time, each some in a
 * transaction of its own. When it is longer than memory may hold, customers are drawn: the same
 * ones every time.
 */
@ApplicationScoped
public class HistoryReader {
  private static final int CUSTOMERS_AT_ONCE = 200;

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
    double expected = Math.max(1, signals.roughCount());
    IdInterner ids = new IdInterner();
    List<CustomerHistory> histories = new ArrayList<>();
    double share = 1;
    long held = 0;
    long read = 0;
    UUID after = new UUID(0, 0);
    for (List<UUID> some = signals.customersAfter(after, CUSTOMERS_AT_ONCE);
        !some.isEmpty();
        some = signals.customersAfter(after, CUSTOMERS_AT_ONCE)) {
      after = some.get(some.size() - 1);
      for (Map.Entry<UUID, List<Signal>> one : signals.until(asOf, drawn(some, share)).entrySet()) {
        held += one.getValue().size();
        read += Math.round(one.getValue().size() / share);
        histories.add(
            new CustomerHistory(
                one.getKey(),
                one.getValue().stream().map(ids::shared).sorted(Signal.ORDER).toList()));
      }
      while (held > most && histories.size() > 1) {
        share /= 2;
        double lessThanBefore = share;
        histories.removeIf(history -> !isDrawn(history.customerId(), lessThanBefore));
        held = histories.stream().mapToLong(history -> history.signals().size()).sum();
      }
      progress.at(Math.min(1, read / expected), "reading histories");
    }
    return new Read(histories, share);
  }

  private static List<UUID> drawn(List<UUID> customers, double share) {
    return customers.stream().filter(id -> isDrawn(id, share)).toList();
  }

  private static boolean isDrawn(UUID customer, double share) {
    return share == 1 || (customer.hashCode() * 0x9E3779B9 >>> 8) < share * (1 << 24);
  }
}
