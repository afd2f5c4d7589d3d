package io.familiarface.jobs.agreement;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@code recurrences.ndjson}, as other systems have sent them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurrenceCasesTest {
  private static final LocalDate SIXTH = LocalDate.of(2027, 1, 6);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "R01 | UNTIL=20271231T235959Z can't be read",
        "R02 | COUNT=0 can't be read",
        "R03 | INTERVAL=0 can't be read",
        "R05 | BYMONTHDAY=32 can't be read",
        "R07 | says FREQ twice",
        "R09 | COUNT=99999999999 can't be read",
        "R10 | never comes",
        "R20 | FREQ=SECONDLY can't be read",
        "R21 | Leave out RRULE:",
        "R23 | UNTIL and COUNT must not occur in the same rule"
      })
  void refused_with_its_reason(String number, String reason) {
    JsonNode line = line(number);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rule(line))
        .withMessageContaining(reason)
        .withMessageNotContaining("org.dmfs");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "R11 | 2028-02-29 2032-02-29 2036-02-29",
        "R12 | 2028-02-29 2032-02-29 2036-02-29",
        "R13 | 2028-02-29 2032-02-29 2036-02-29",
        "R14 | 2027-01-31 2027-03-31 2027-05-31",
        "R15 | 2027-01-31 2027-02-28 2027-03-31",
        "R16 | 2027-01-29 2027-02-26 2027-03-26",
        "R17 | 2027-01-29 2027-04-30",
        "R18 | 2027-08-03 2027-08-08 2027-08-17 2027-08-22",
        "R19 | 2027-08-03 2027-08-15 2027-08-17 2027-08-29",
        "R22 | 2027-01-11 2027-01-18",
        "R25 | 2027-01-31 2027-02-28 2027-03-31"
      })
  void comes_on_the_days_that_RFC_5545_says(String number, String first) {
    JsonNode line = line(number);
    LocalDate startsOn = LocalDate.parse(line.path("startsOn").asText());
    assertThat(
            rule(line).between(startsOn, startsOn.plusYears(20)).stream()
                .limit(first.split(" ").length)
                .map(LocalDate::toString)
                .collect(joining(" ")))
        .isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"R24"})
  void a_rule_that_ends_on_a_day_includes_it_and_has_its_last_visit_before(String number) {
    Recurrence rule = rule(line(number));
    List<LocalDate> days = rule.between(SIXTH, SIXTH.plusYears(20));
    assertThat(days.get(days.size() - 1)).isEqualTo("2027-12-06");
    assertThat(
            Recurrence.of("FREQ=MONTHLY;UNTIL=20271206", SIXTH).between(SIXTH, SIXTH.plusYears(20)))
        .isEqualTo(days);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "R11 | leap years only",
        "R12 | leap years only",
        "R13 | BYMONTH=2;BYMONTHDAY=-1",
        "R14 | months of fewer than 31 days",
        "R17 | no fifth such day"
      })
  void who_may_mean_the_last_day_is_told_so(String number, String warning) {
    JsonNode line = line(number);
    assertThat(warning(line)).hasValueSatisfying(text -> assertThat(text).contains(warning));
  }

  @ParameterizedTest
  @ValueSource(strings = {"R15", "R16", "R18", "R22", "R24", "R25"})
  void a_rule_that_leaves_nothing_out_needs_no_warning(String number) {
    assertThat(warning(line(number))).isEmpty();
  }

  private static Recurrence rule(JsonNode line) {
    return Recurrence.of(
        line.path("recurrence").asText(), LocalDate.parse(line.path("startsOn").asText()));
  }

  private static Optional<String> warning(JsonNode line) {
    return Recurrence.warning(
        line.path("recurrence").asText(), LocalDate.parse(line.path("startsOn").asText()));
  }

  private static JsonNode line(String number) {
    try (var in = RecurrenceCasesTest.class.getResourceAsStream("/recurrences.ndjson");
        var lines = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(in)) {
      while (lines.hasNext()) {
        JsonNode line = lines.next();
        if (line.path("externalId").asText().endsWith(number)) {
          return line;
        }
      }
      throw new AssertionError("There is no case " + number);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
