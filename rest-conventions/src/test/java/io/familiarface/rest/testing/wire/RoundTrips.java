package io.familiarface.rest.testing.wire;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The round trips between a service and PostgreSQL that requests wait for, counted on the wire by
 * the {@link PostgresProxy} that every service under test has before its database.
 *
 * <p>What a service does beside (positions of events, leases, schedules, feeds that are followed)
 * is not counted: of all trips those count that were made on a connection while a request had it
 * from the pool. Requests of others at the same time would count as well: make none.
 */
public final class RoundTrips {
  private static final int ATTEMPTS = 3;

  private final List<List<String>> trips;

  private RoundTrips(List<List<String>> trips) {
    this.trips = trips;
  }

  /**
   * Makes requests and counts. What a service does only once (plans, descriptions of types, what it
   * keeps in memory) belongs to the first request of a kind: make one before.
   */
  public static RoundTrips of(Runnable requests) {
    return of(requests, ConnectionsInUse.byRequests());
  }

  /**
   * Counts three times and answers the fewest: on a connection that serves a statement for the
   * first time, the driver asks for its description. Which connection is got from the pool is not
   * in the hand of a test.
   */
  public static RoundTrips fewest(Supplier<RoundTrips> counted) {
    return Stream.generate(counted)
        .limit(ATTEMPTS)
        .min(Comparator.comparingInt(RoundTrips::count))
        .orElseThrow();
  }

  /** The same of what a consumer of a feed does meanwhile, and no request. */
  public static RoundTrips ofConsumer(String feed, Runnable meanwhile) {
    return of(meanwhile, ConnectionsInUse.byThread("feed-consumer-" + feed));
  }

  /** The same of what this thread does by itself, and no request: such as to take in events. */
  public static RoundTrips ofThisThread(Runnable work) {
    return of(work, ConnectionsInUse.byThread(Thread.currentThread().getName()));
  }

  private static RoundTrips of(Runnable work, ConnectionsInUse connections) {
    AgroalDataSource pool = Arc.container().instance(AgroalDataSource.class).get();
    pool.setPoolInterceptors(List.of(connections));
    List<PostgresProxyMXBean> proxies = proxies();
    try {
      proxies.forEach(PostgresProxyMXBean::startRecording);
      work.run();
    } finally {
      pool.setPoolInterceptors(List.of());
    }
    return new RoundTrips(
        proxies.stream()
            .flatMap(proxy -> proxy.stopRecording().stream())
            .filter(connections::made)
            // The driver asks once on each connection how a statement is, when it comes to keep it.
            .filter(trip -> !trip.getStatements().isEmpty())
            .sorted(Comparator.comparing(PostgresProxyMXBean.Trip::getAnsweredAt))
            .map(PostgresProxyMXBean.Trip::getStatements)
            .toList());
  }

  static List<PostgresProxyMXBean> proxies() {
    try {
      MBeanServer platform = ManagementFactory.getPlatformMBeanServer();
      List<PostgresProxyMXBean> proxies = new ArrayList<>();
      for (ObjectName name :
          platform.queryNames(new ObjectName(PostgresProxy.NAMES + ",*"), null)) {
        proxies.add(JMX.newMXBeanProxy(platform, name, PostgresProxyMXBean.class));
      }
      return proxies;
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  public int count() {
    return trips.size();
  }

  /** The statements that were sent together, trip by trip. */
  public List<List<String>> trips() {
    return trips;
  }

  /** For the message of a test: a line for each trip, with the beginning of each statement. */
  @Override
  public String toString() {
    return trips.stream()
        .map(trip -> trip.stream().map(RoundTrips::shortened).collect(Collectors.joining(" ; ")))
        .collect(Collectors.joining("\n  ", count() + " round trips:\n  ", ""));
  }

  private static String shortened(String sql) {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.length() <= 160 ? line : line.substring(0, 157) + "...";
  }
}
