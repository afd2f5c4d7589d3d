package io.familiarface.customers.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhoneNumbersTest {

  private final PhoneNumbers phones = new PhoneNumbers("us");

  @ParameterizedTest
  @CsvSource({
    "+1 802 555 0117, , +18025550117",
    "(802) 555-0117, , +18025550117",
    "802.555.0117, US, +18025550117",
    "802 555 0117 x12, , +18025550117;ext=12",
    "+18025550117;ext=12, , +18025550117;ext=12",
    "+44 20 7946 0018, , +442079460018",
    "020 7946 0018, GB, +442079460018",
    "030 123456, DE, +4930123456",
    "802 555 0117, XX, +18025550117"
  })
  void a_number_as_people_write_it_becomes_one_that_everybody_can_dial(
      String written, String country, String kept) {
    assertThat(phones.read(written, in(country))).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"call me", "555-0117", "12", "+", "+999 12345678", "802 555 0117 802 555"})
  void what_nobody_elsewhere_could_dial_is_not_read(String written) {
    assertThat(phones.read(written, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+18025550117, +18025550117",
    "+18025550117;ext=12, +18025550117 (802) 555-0117 ext. 12",
    "+442079460018, +442079460018 020 7946 0018",
    "+4930123456, +4930123456 030 123456",
    "+390612345678, +390612345678",
    "call me, call me"
  })
  void a_number_is_written_as_from_abroad_and_as_at_home_where_that_differs(
      String kept, String written) {
    assertThat(String.join(" ", PhoneNumbers.written(kept))).isEqualTo(written);
  }

  @Test
  void a_company_is_in_a_country_that_there_is() {
    assertThatThrownBy(() -> new PhoneNumbers("Vermont"))
        .hasMessageContaining("familiar.company.country");
  }

  private static Address in(String country) {
    return country == null ? null : new Address("1 Mill Lane", null, "Town", null, null, country);
  }
}
