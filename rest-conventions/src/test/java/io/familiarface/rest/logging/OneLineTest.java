package io.familiarface.rest.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OneLineTest {
  private static final String FORGED = "a\r\n12:00:00 ERROR [forged] b\u2028c\u0085d\u001b[31m";

  private static String logged(ExtLogRecord record) {
    assertThat(new OneLine().isLoggable(record)).isTrue();
    return new PatternFormatter("%p %s%e%n").format(record);
  }

  private static ExtLogRecord record(String message, Object... parameters) {
    ExtLogRecord record =
        new ExtLogRecord(Level.WARN, message, FormatStyle.PRINTF, OneLineTest.class.getName());
    record.setParameters(parameters);
    return record;
  }

  @Test
  void a_message_can_not_begin_a_line_of_its_own() {
    assertThat(logged(record("Said: %s", FORGED)).strip())
        .isEqualTo(
            "WARN Said: a\\u000d\\u000a12:00:00 ERROR [forged] b\\u2028c\\u0085d\\u001b[31m");
  }

  @Test
  void the_words_of_an_error_can_not_either() {
    ExtLogRecord record = record("Failed");
    record.setThrown(new IllegalStateException("x", new IllegalArgumentException(FORGED)));
    assertThat(logged(record).lines()).noneMatch(line -> line.startsWith("12:00:00"));
    assertThat(logged(record)).contains("IllegalArgumentException: a\\u000d\\u000a12:00:00");
  }

  @Test
  void what_is_on_one_line_stays_as_it_is() {
    ExtLogRecord record = record("100%% of\t%s", "é");
    IllegalStateException error = new IllegalStateException("x");
    record.setThrown(error);
    assertThat(logged(record)).startsWith("WARN 100% of\té");
    assertThat(record.getThrown()).isSameAs(error);
  }

  @Test
  void an_error_that_we_log_ourselves_is_shown_without_its_words() {
    ExtLogRecord record = record("Failed");
    record.setLoggerName("io.familiarface.feed.consumer.EventApplier");
    record.setThrown(new IllegalArgumentException("Dorothy"));
    assertThat(logged(record)).contains("IllegalArgumentException").doesNotContain("Dorothy");
  }

  @Test
  void causes_that_go_round_in_a_circle_come_to_an_end() {
    IllegalStateException first = new IllegalStateException("a");
    first.initCause(new IllegalStateException("b\n", first));
    ExtLogRecord record = record("Failed");
    record.setThrown(first);
    assertThat(logged(record)).contains("b\\u000a");
    assertThat(WithoutWords.of(first)).hasToString("java.lang.IllegalStateException");
    assertThat(WithoutWords.kind(first)).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void an_error_without_words_has_its_kinds_and_its_places() {
    Throwable shown =
        WithoutWords.of(new IllegalStateException("Dorothy", new SQLException("Dorothy", "23505")));
    assertThat(shown).hasToString("java.lang.IllegalStateException");
    assertThat(shown.getCause()).hasToString("java.sql.SQLException (23505)");
    assertThat(shown.getStackTrace()[0].getClassName()).isEqualTo(OneLineTest.class.getName());
    assertThat(WithoutWords.kind(new IllegalStateException(new SQLException("x", "57P01"))))
        .isEqualTo("java.sql.SQLException (57P01)");
  }
}
