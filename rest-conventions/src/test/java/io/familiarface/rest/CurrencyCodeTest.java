package io.familiarface.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurrencyCodeTest {
  private final CurrencyCode.Known known = new CurrencyCode.Known();

  @Test
  void one_can_pay_with_money_that_there_is() {
    assertThat(List.of("USD", "EUR", "JPY", "XAF")).allMatch(this::isValid);
    assertThat(List.of("ZZZ", "XXX", "XAU", "XTS", "usd", "US", "USD ", ""))
        .noneMatch(this::isValid);
  }

  @Test
  void whether_it_may_be_missing_is_said_elsewhere() {
    assertThat(isValid(null)).isTrue();
  }

  private boolean isValid(String code) {
    return known.isValid(code, null);
  }
}
