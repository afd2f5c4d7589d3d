package io.familiarface.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.PropagateNull;

/**
 * An amount as text with at most two decimals, and no more than its currency has; and an ISO 4217
 * code: {"amount":"129.00",…}.
 */
@WithinMinorUnit
public record Money(
    @NotNull @DecimalMin("0") @DecimalMax("9999999999.99") @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonDeserialize(using = AmountDeserializer.class)
        // Not a number, which readers in other languages would round.
        @Schema(
            type = SchemaType.STRING,
            pattern = "[0-9]{1,10}(\\.[0-9]{1,2})?",
            examples = "129.00")
        // A row without an amount is no money.
        @PropagateNull
        BigDecimal amount,
    @NotNull @CurrencyCode @Schema(pattern = "[A-Z]{3}") String currency) {

  /** No amount has more decimals, whatever its currency. */
  public static final int MOST_DECIMALS = 2;

  /**
   * How many decimals an amount may have in a currency, which also is to what amounts are rounded
   * that are reckoned: none in JPY.
   *
   * @param currency an ISO 4217 code of money that one can pay with
   */
  public static int decimals(String currency) {
    return Math.min(MOST_DECIMALS, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
