package io.familiarface.rest.testing.wire;

import io.familiarface.postgres.PostgresDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Stands between a service and its PostgreSQL and passes everything on. It counts how often what
 * the client sends turns into what the server answers, which is the round trips that the client
 * waits for: statements that are sent together are one, a BEGIN that is sent with the first
 * statement is none of its own, a COMMIT is one. Opening a connection is not counted.
 */
public final class PostgresProxy implements PostgresProxyMXBean, AutoCloseable {
  static final String NAMES = "io.familiarface:type=PostgresProxy";

  private final PostgresDatabase database;
  private final ServerSocket listening;
  private final ObjectName name;
  private List<Trip> recorded;

  private PostgresProxy(PostgresDatabase database) throws IOException, JMException {
    this.database = database;
    this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    this.name = new ObjectName(NAMES + ",port=" + listening.getLocalPort());
    ManagementFactory.getPlatformMBeanServer().registerMBean(this, name);
    start("postgres-proxy", this::accept);
  }

  public static PostgresProxy before(PostgresDatabase database) {
    try {
      return new PostgresProxy(database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same database, seen through the proxy. */
  public PostgresDatabase database() {
    return new PostgresDatabase(
        listening.getLocalPort(), database.name(), database.user(), database.password());
  }

  static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        start("postgres-proxy-client", () -> ProxiedConnection.run(client, database.port(), this));
      }
    } catch (IOException e) {
      // Closed: what is connected stays so until either side ends it.
    }
  }

  synchronized void record(Trip trip) {
    if (recorded != null) {
      recorded.add(trip);
    }
  }

  @Override
  public synchronized void startRecording() {
    recorded = new ArrayList<>();
  }

  @Override
  public synchronized List<Trip> stopRecording() {
    List<Trip> all = recorded == null ? List.of() : recorded;
    recorded = null;
    return all;
  }

  @Override
  public void close() {
    try {
      listening.close();
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
