package io.familiarface.history.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.history.row.ParsedArrival;
import io.familiarface.history.row.ParsedChange;
import io.familiarface.history.row.ParsedCustomer;
import io.familiarface.history.row.ParsedVisit;
import io.familiarface.history.value.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerIdentitiesTest {
  @Test
  void lines_that_share_anything_are_one_customer_even_if_a_later_line_shows_it() {
    List<ParsedVisit> lines =
        List.of(
            line(1, "555-0001", null, null),
            line(2, null, "ann@example.com", null),
            line(3, "555-0001", "ann@example.com", null),
            line(4, null, null, null));

    assertThat(CustomerIdentities.split(lines, false).people())
        .singleElement()
        .satisfies(all -> assertThat(all.visits()).hasSize(4));
  }

  @Test
  void something_of_the_same_kind_that_differs_makes_two() {
    CustomerIdentities.Split split =
        CustomerIdentities.split(
            List.of(
                line(1, "555-0001", null, null),
                line(2, "555-0002", null, null),
                line(3, null, null, null)),
            false);

    assertThat(split.people()).hasSize(2);
    assertThat(split.unclear()).extracting(ParsedVisit::line).containsExactly(3L);
  }

  @Test
  void a_number_here_and_an_address_there_contradict_nothing() {
    assertThat(
            CustomerIdentities.split(
                    List.of(line(1, "555-0001", null, null), line(2, null, null, "3 elm street")),
                    false)
                .people())
        .hasSize(1);
  }

  @Test
  void one_who_is_said_to_be_one_is_one() {
    assertThat(
            CustomerIdentities.split(
                    List.of(line(1, "555-0001", null, null), line(2, "555-0002", null, null)), true)
                .people())
        .hasSize(1);
  }

  @Test
  void the_order_of_the_lines_changes_nobodys_key() {
    List<ParsedVisit> lines = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      lines.add(
          line(
              i,
              i % 3 == 0 ? "555-000" + i % 4 : null,
              i % 2 == 0 ? "a" + i % 4 + "@b.c" : null,
              i % 5 == 0 ? "elm " + i % 4 : null));
    }
    List<String> keys =
        CustomerIdentities.keys("ann lee", CustomerIdentities.split(lines, false).people());
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(lines, new Random(seed));
      assertThat(
              CustomerIdentities.keys("ann lee", CustomerIdentities.split(lines, false).people()))
          .isEqualTo(keys);
    }
  }

  private static ParsedVisit line(int day, String phone, String email, String home) {
    ParsedChange.Notice unknown = new ParsedChange.Notice(null, null);
    return new ParsedVisit(
        day,
        LocalDate.of(2025, 1, 1).plusDays(day),
        null,
        new ParsedArrival(null, null),
        new ParsedCustomer(
            "Ann Lee",
            null,
            false,
            phone == null ? List.of() : List.of(phone),
            email == null ? List.of() : List.of(email),
            home,
            null,
            null),
        List.of("t-1"),
        null,
        Outcome.COMPLETED,
        new ParsedChange(null, null, unknown, unknown),
        null,
        null,
        null);
  }
}
