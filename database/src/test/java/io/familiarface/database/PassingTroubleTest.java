package io.familiarface.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PassingTroubleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "08003", "40001", "40P01", "40003", "53100", "53200", "53300", "55P03", "57014",
        "57P01", "57P03", "58030", "25P03", "25P04"
      })
  void what_the_database_will_do_another_time_passes(String state) {
    assertThat(PassingTrouble.isCauseOf(new RuntimeException(new SQLException("", state))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "23503", "22001", "22008", "42P01", "42703", "0A000"})
  void what_the_database_will_never_do_does_not_pass(String state) {
    assertThat(PassingTrouble.isCauseOf(new RuntimeException(new SQLException("", state))))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sorry, acquisition timeout!", "Interrupted while acquiring"})
  void a_pool_that_gives_no_connection_passes_though_it_has_no_SQLSTATE(String words) {
    assertThat(PassingTrouble.isCauseOf(new IllegalStateException(new SQLException(words))))
        .isTrue();
  }

  @Test
  void what_went_wrong_at_a_commit_is_found_where_the_transaction_manager_puts_it() {
    var rolledBack = new IllegalStateException("could not commit");
    rolledBack.addSuppressed(new Exception("XA", new SQLException("connection lost", "08006")));

    assertThat(PassingTrouble.isCauseOf(new RuntimeException(rolledBack))).isTrue();
    assertThat(DatabaseUnavailable.isCauseOf(rolledBack)).isTrue();
  }

  @Test
  void a_fault_of_the_work_itself_does_not_pass() {
    assertThat(PassingTrouble.isCauseOf(new IllegalArgumentException("no such kind"))).isFalse();
  }
}
