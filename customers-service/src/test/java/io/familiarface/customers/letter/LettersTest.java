package io.familiarface.customers.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.customers.customer.Address;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LettersTest {
  @ParameterizedTest
  @CsvSource({
    "Springfield, MA, 01109, US, 'Springfield, MA 01109'",
    "Springfield, MA, 01109, , 'Springfield, MA 01109'",
    "Springfield, MA, , US, 'Springfield, MA'",
    "Berlin, , 10115, DE, 10115 Berlin",
    "Roma, RM, 00184, IT, 00184 Roma RM",
    "Burlington, , , , Burlington"
  })
  void a_place_is_written_as_on_an_envelope(
      String city, String region, String code, String country, String written) {
    assertThat(Letters.place(new Address("12 Mill Lane", null, city, region, code, country)))
        .isEqualTo(written);
  }
}
