package io.familiarface.feedback.technician;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What technicians are called, kept in memory: nearly every assessment tells it in its reasons, and
 * it hardly ever changes. A change is seen at once by the copy of this service that took it in, by
 * the others within seconds.
 */
@ApplicationScoped
class TechnicianNames {
  private static final String ALL = "select id, name from technician_copy";
  private static final long KEPT_NANOS = Duration.ofSeconds(5).toNanos();

  private final Database database;
  private final TransactionSynchronizationRegistry transaction;
  private final AtomicReference<Names> kept = new AtomicReference<>(new Names(Map.of(), null));

  TechnicianNames(Database database, TransactionSynchronizationRegistry transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  /**
   * @param readAt by {@link System#nanoTime}; null for what is not to be used any more
   */
  private record Names(Map<UUID, String> byId, Long readAt) {
    boolean areFresh() {
      return readAt != null && System.nanoTime() - readAt < KEPT_NANOS;
    }
  }

  private record Row(UUID id, String name) {}

  /** Reads them at most once, when a name is asked for that is not in memory. */
  Function<UUID, String> forOneAnswer() {
    return new Function<>() {
      private Map<UUID, String> read;

      @Override
      public String apply(UUID id) {
        Names names = kept.get();
        if (read == null && (!names.areFresh() || !names.byId.containsKey(id))) {
          read = read(names);
        }
        return (read == null ? names.byId : read).get(id);
      }
    };
  }

  /** Reads them with the round trip if they are not fresh; run the answer when that is sent. */
  Runnable refresh(RoundTrip trip) {
    Names before = kept.get();
    if (before.areFresh()) {
      return () -> {};
    }
    RoundTrip.Rows<Row> rows = trip.query(ALL, Row.class);
    return () -> keep(before, rows.all());
  }

  private Map<UUID, String> read(Names before) {
    return keep(before, database.sql(ALL).list(Row.class));
  }

  private Map<UUID, String> keep(Names before, List<Row> rows) {
    Map<UUID, String> names = rows.stream().collect(Collectors.toMap(Row::id, Row::name));
    // Not if somebody has changed one meanwhile.
    kept.compareAndSet(before, new Names(names, System.nanoTime()));
    return names;
  }

  /** Has them read anew once the running transaction has ended. */
  void changed() {
    if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
      transaction.registerInterposedSynchronization(new Ended());
    } else {
      forget();
    }
  }

  private void forget() {
    kept.set(new Names(Map.of(), null));
  }

  private final class Ended implements Synchronization {
    @Override
    public void beforeCompletion() {
      // What is told within the transaction is told by the names as they were.
    }

    @Override
    public void afterCompletion(int status) {
      forget();
    }
  }
}
