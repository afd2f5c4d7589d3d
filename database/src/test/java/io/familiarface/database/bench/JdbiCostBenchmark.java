package io.familiarface.database.bench;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.postgres.TestDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * What JDBI costs above plain JDBC: processor time of the calling thread a statement, for the three
 * shapes that the hottest requests have. Run {@code main}; the figures stand in ADR 12.
 */
public final class JdbiCostBenchmark {
  private static final int ROUNDS = 7;
  private static final int WARM_UP = 20_000;
  private static final int CALLS = 5_000;
  private static final String BY_ID = "select * from visit where id = %s";
  private static final String LIST = "select * from visit order by id limit 50";
  private static final int TOGETHER = 8;

  record Visit(
      UUID id,
      String externalId,
      UUID agreementId,
      UUID customerId,
      Instant scheduledAt,
      String state,
      UUID technicianId,
      UUID plannedTechnicianId,
      String changeReason,
      String permanence,
      Boolean customerTold,
      Instant customerToldAt,
      Boolean introduced,
      Instant introducedAt,
      Instant completedAt,
      Boolean onTime,
      Long version) {

    static Visit read(ResultSet row) throws SQLException {
      return new Visit(
          row.getObject("id", UUID.class),
          row.getString("external_id"),
          row.getObject("agreement_id", UUID.class),
          row.getObject("customer_id", UUID.class),
          instant(row, "scheduled_at"),
          row.getString("state"),
          row.getObject("technician_id", UUID.class),
          row.getObject("planned_technician_id", UUID.class),
          row.getString("change_reason"),
          row.getString("permanence"),
          row.getObject("customer_told", Boolean.class),
          instant(row, "customer_told_at"),
          row.getObject("introduced", Boolean.class),
          instant(row, "introduced_at"),
          instant(row, "completed_at"),
          row.getObject("on_time", Boolean.class),
          row.getObject("version", Long.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
      OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
      return at == null ? null : at.toInstant();
    }
  }

  private final DataSource source;
  private final Database database;
  private final List<UUID> ids;

  private JdbiCostBenchmark(Connection connection) {
    source = new OneConnection(connection);
    database = new Database(source);
    database
        .sql(
            """
            create table visit as
            select gen_random_uuid() as id, 'V' || n as external_id, gen_random_uuid() as agreement_id,
              gen_random_uuid() as customer_id, now() as scheduled_at, 'COMPLETED' as state,
              gen_random_uuid() as technician_id, gen_random_uuid() as planned_technician_id,
              'ABSENT' as change_reason, 'THIS_VISIT' as permanence, true as customer_told,
              now() as customer_told_at, null::boolean as introduced,
              null::timestamptz as introduced_at, now() as completed_at, true as on_time,
              n::bigint as version
            from generate_series(1, 1000) n""")
        .update();
    database.sql("alter table visit add primary key (id)").update();
    ids = database.sql("select id from visit order by id").list(UUID.class);
  }

  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = TestDatabase.create("cost").connect()) {
      new JdbiCostBenchmark(connection).run();
    }
  }

  private void run() {
    System.out.printf("%-28s %10s %10s%n", "µs of processor a call", "JDBC", "JDBI");
    compare("one row of 17 columns", this::rowByJdbc, this::rowByJdbi);
    compare("50 rows of 17 columns", this::listByJdbc, this::listByJdbi);
    compare("8 statements together", this::togetherByJdbc, this::togetherByJdbi);
  }

  private void compare(String what, IntConsumer jdbc, IntConsumer jdbi) {
    measure(jdbc, WARM_UP);
    measure(jdbi, WARM_UP);
    double[] plain = new double[ROUNDS];
    double[] mapped = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      plain[round] = measure(jdbc, CALLS);
      mapped[round] = measure(jdbi, CALLS);
    }
    System.out.printf("%-28s %10.1f %10.1f%n", what, median(plain), median(mapped));
  }

  private static double measure(IntConsumer call, int calls) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < calls; i++) {
      call.accept(i);
    }
    return (threads.getCurrentThreadCpuTime() - before) / 1_000.0 / calls;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private UUID id(int i) {
    return ids.get(i % ids.size());
  }

  private void rowByJdbi(int i) {
    database.sql(BY_ID.formatted(":id")).bind("id", id(i)).one(Visit.class);
  }

  private void listByJdbi(int i) {
    database.sql(LIST).list(Visit.class);
  }

  private void togetherByJdbi(int i) {
    RoundTrip trip = database.roundTrip().bind("id", id(i));
    var rows =
        IntStream.range(0, TOGETHER)
            .mapToObj(n -> trip.query(BY_ID.formatted(":id"), Visit.class))
            .toList();
    trip.send();
    rows.forEach(found -> found.first().orElseThrow());
  }

  private void rowByJdbc(int i) {
    query(BY_ID.formatted("?"), 1, id(i), 1);
  }

  private void listByJdbc(int i) {
    query(LIST, 0, null, 1);
  }

  private void togetherByJdbc(int i) {
    String all = String.join(";\n", java.util.Collections.nCopies(TOGETHER, BY_ID.formatted("?")));
    query(all, TOGETHER, id(i), TOGETHER);
  }

  private List<Visit> query(String sql, int parameters, UUID id, int results) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int n = 1; n <= parameters; n++) {
        statement.setObject(n, id);
      }
      statement.execute();
      List<Visit> found = new ArrayList<>();
      for (int n = 0; n < results; n++) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            found.add(Visit.read(rows));
          }
        }
        statement.getMoreResults();
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
