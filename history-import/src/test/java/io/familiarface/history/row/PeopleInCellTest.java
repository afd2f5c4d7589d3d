package io.familiarface.history.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleInCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"Ben Ortiz - Ana Silva", "Ben Ortiz \u2013 Ana Silva"})
  void two_who_work_alone_elsewhere_are_two_on_both_sides_of_a_dash(String cell) {
    PeopleInCell people = PeopleInCell.among(List.of(cell, "Ana Silva", "Ben Ortiz"));
    assertThat(people.of(cell)).containsExactly("Ben Ortiz", "Ana Silva");
  }

  @Test
  void a_team_or_a_title_behind_a_dash_is_nobody() {
    String cell = "Ben Ortiz - Lead Technician";
    PeopleInCell people = PeopleInCell.among(List.of(cell, "Ana Silva", "Ben Ortiz"));
    assertThat(people.of(cell)).containsExactly(cell);
  }

  @Test
  void a_name_with_a_hyphen_is_one() {
    PeopleInCell people = PeopleInCell.among(List.of("Ana-Maria Silva", "Ana", "Maria Silva"));
    assertThat(people.of("Ana-Maria Silva")).containsExactly("Ana-Maria Silva");
  }
}
