package io.familiarface.feed.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailuresTest {
  @Test
  void a_log_says_what_failed_and_where_but_nothing_of_what_was_in_the_event() {
    var failure =
        new IllegalArgumentException(
            "'Dorothy Vaughan' is not a date",
            new SQLException("Key (email)=(dorothy@example.org) already exists", "23505"));

    assertThat(Failures.trace(failure))
        .contains("IllegalArgumentException", "SQLSTATE 23505", "FailuresTest")
        .doesNotContain("Dorothy", "example.org");
  }
}
