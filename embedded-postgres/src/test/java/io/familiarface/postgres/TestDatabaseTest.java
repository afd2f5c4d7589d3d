package io.familiarface.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TestDatabaseTest {

  @Test
  void each_test_has_an_empty_database_of_its_own_on_the_one_server() throws SQLException {
    PostgresDatabase first = TestDatabase.create("jobs");
    Sql.execute(first, "CREATE TABLE visit (id int)");

    PostgresDatabase second = TestDatabase.create("jobs");

    assertThat(second.port()).isEqualTo(first.port());
    assertThat(second.name()).isNotEqualTo(first.name()).startsWith("jobs");
    assertThat(Sql.ask(second, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isEqualTo("0");
  }

  @Test
  void it_is_postgresql_18_and_in_utc() throws SQLException {
    PostgresDatabase database = TestDatabase.create("jobs");

    assertThat(Sql.ask(database, "SHOW server_version")).startsWith("18.");
    try (Connection connection = database.dataSource().getConnection()) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo(database.user());
    }
  }

  @Test
  void a_role_cannot_enter_the_database_of_another() {
    PostgresDatabase customers = TestDatabase.create("customers");
    PostgresDatabase jobs = TestDatabase.create("jobs");
    var trespasser =
        new PostgresDatabase(jobs.port(), customers.name(), jobs.user(), jobs.password());

    assertThatThrownBy(trespasser::connect)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }
}
