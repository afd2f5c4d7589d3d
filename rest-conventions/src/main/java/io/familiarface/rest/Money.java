package io.familiarface.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.PropagateNull;

/** An amount as text with at most two decimals, and an ISO 4217 code: {"amount":"129.00",…}. */
public record Money(
    @NotNull @Digits(integer = 10, fraction = 2) @DecimalMin("0") @DecimalMax("9999999999.99") @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonDeserialize(using = AmountDeserializer.class)
        // Not a number, which readers in other languages would round.
        @Schema(
            type = SchemaType.STRING,
            pattern = "[0-9]{1,10}(\\.[0-9]{1,2})?",
            examples = "129.00")
        // A row without an amount is no money.
        @PropagateNull
        BigDecimal amount,
    @NotNull @CurrencyCode @Schema(pattern = "[A-Z]{3}") String currency) {}
