package io.familiarface.rest.testing.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.postgres.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is sent together stays together when the driver has come to know the statements, too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatementsTogetherTest {
  /** The driver prepares a statement on the server from the fifth time on. */
  private static final int OFTEN = 9;

  private final PostgresProxy proxy = PostgresProxy.before(TestDatabase.create("together"));
  private Connection connection;
  private Database database;

  @BeforeEach
  void connect() throws SQLException {
    connection = proxy.database().connect();
    Connection unclosed =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) ->
                    method.getName().equals("close") ? null : invoke(method, arguments));
    database =
        new Database(
            (DataSource)
                Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (self, method, arguments) -> unclosed));
  }

  private Object invoke(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    proxy.close();
  }

  @Test
  void however_often_and_with_whatever_is_bound() {
    assertThat(tripsOf("text", "Dorothy")).containsOnly(1);
    assertThat(tripsOf("text", null)).containsOnly(1);
    assertThat(tripsOf("uuid", null)).containsOnly(1);
    assertThat(tripsOf("uuid", UUID.randomUUID())).containsOnly(1);
    assertThat(tripsOf("timestamptz", Instant.now())).containsOnly(1);
    assertThat(tripsOf("uuid[]", List.of())).containsOnly(1);
    assertThat(tripsOf("uuid[]", List.of(UUID.randomUUID()))).containsOnly(1);
  }

  private List<Integer> tripsOf(String type, Object value) {
    List<Integer> trips = new ArrayList<>();
    String cast = "cast(cast(:value as " + type + ") as text)";
    for (int time = 0; time < OFTEN; time++) {
      proxy.startRecording();
      RoundTrip trip = database.roundTrip().bind("value", value);
      var first = trip.query("select coalesce(" + cast + ", 'nothing')", String.class);
      trip.query("select 'again ' || coalesce(" + cast + ", 'nothing')", String.class);
      trip.send();
      assertThat(first.all()).hasSize(1);
      trips.add(proxy.stopRecording().size());
    }
    // The first time the driver may ask what types there are.
    return trips.subList(1, OFTEN);
  }
}
