package io.familiarface.history.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.history.value.Address;
import io.familiarface.history.value.AddressParser;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NamesAndAddressesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ben Ortiz | Ben Ortis", "Ben Ortiz | B. Ortiz", "Ben Ortiz | Ortiz, Ben",
        "Michael O'Brien | Mike OBrien", "Zoë Hart | Zoe Hart", "Ben Ortiz | Ben O.",
        "Benjamin Ortiz | Ben Ortiz", "Ben Ortiz | Ben", "Katherine Jones | Kathrine Jones"
      })
  void probably_the_same(String a, String b) {
    assertThat(SimilarNames.areAlike(a, b)).isTrue();
    assertThat(SimilarNames.areAlike(b, a)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Ben Ortiz, Ana Ortiz",
    "John Smith, Jane Smith",
    "Al Reed, Al Wood",
    "Dan Wu, Dan Wei",
    "Sara Kim, Carla Lim"
  })
  void probably_two(String a, String b) {
    assertThat(SimilarNames.areAlike(a, b)).isFalse();
  }

  @Test
  void several_people_in_a_cell() {
    assertThat(people("Ben Ortiz, Ana Silva")).containsExactly("Ben Ortiz", "Ana Silva");
    assertThat(people("Ortiz, Ben")).containsExactly("Ortiz, Ben");
    assertThat(people("Ben & Ana/Al and Dan")).containsExactly("Ben", "Ana", "Al", "Dan");
    assertThat(people("Sandy Anderson")).containsExactly("Sandy Anderson");
    assertThat(people("Unassigned")).isEmpty();
  }

  private static List<String> people(String cell) {
    return PeopleInCell.among(List.of(cell)).of(cell);
  }

  @Test
  void addresses_in_one_cell() {
    assertThat(AddressParser.read("12 Mill Lane, Burlington, VT 05401"))
        .isEqualTo(new Address("12 Mill Lane", null, "Burlington", "VT", "05401", null));
    assertThat(AddressParser.read("12 Mill Lane, Apt 4, Burlington VT 05401-1234, USA"))
        .isEqualTo(
            new Address("12 Mill Lane, Apt 4", null, "Burlington", "VT", "05401-1234", "US"));
    assertThat(AddressParser.read("1 Main St, Los Angeles, CA"))
        .isEqualTo(new Address("1 Main St", null, "Los Angeles", "CA", null, null));
    assertThat(AddressParser.read("Hauptstr. 5, 10115 Berlin"))
        .isEqualTo(new Address("Hauptstr. 5", null, "Berlin", null, "10115", null));
    assertThat(AddressParser.read("3 Elm Street")).isNull();
  }
}
