package io.familiarface.rest.testing.wire;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.postgresql.PGConnection;

/** Which connections of the pool somebody had, and from when to when. */
final class ConnectionsInUse implements AgroalPoolInterceptor {
  private final List<Use> uses = new ArrayList<>();
  private final BooleanSupplier counts;

  private ConnectionsInUse(BooleanSupplier counts) {
    this.counts = counts;
  }

  /** Those of requests: schedules, sequencer and consumers take theirs outside of any. */
  static ConnectionsInUse byRequests() {
    return new ConnectionsInUse(ConnectionsInUse::isOfRequest);
  }

  /** Those that a thread of this name takes. */
  static ConnectionsInUse byThread(String name) {
    return new ConnectionsInUse(() -> Thread.currentThread().getName().equals(name));
  }

  private static final class Use {
    final int backend;
    final long from = System.nanoTime();
    long until = Long.MAX_VALUE;

    Use(int backend) {
      this.backend = backend;
    }

    boolean covers(PostgresProxyMXBean.Trip trip) {
      return backend == trip.getBackend()
          && from <= trip.getAnsweredAt()
          && trip.getAnsweredAt() <= until;
    }
  }

  @Override
  public synchronized void onConnectionAcquire(Connection connection) {
    if (counts.getAsBoolean()) {
      uses.add(new Use(backend(connection)));
    }
  }

  private static boolean isOfRequest() {
    return Arc.container().requestContext().isActive()
        && Arc.container().instance(CurrentVertxRequest.class).get().getCurrent() != null;
  }

  @Override
  public synchronized void onConnectionReturn(Connection connection) {
    int backend = backend(connection);
    long now = System.nanoTime();
    uses.stream()
        .filter(use -> use.backend == backend && use.until == Long.MAX_VALUE)
        .forEach(use -> use.until = now);
  }

  private static int backend(Connection connection) {
    try {
      return connection.unwrap(PGConnection.class).getBackendPID();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized boolean made(PostgresProxyMXBean.Trip trip) {
    return uses.stream().anyMatch(use -> use.covers(trip));
  }
}
