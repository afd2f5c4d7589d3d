package io.familiarface.rest;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** Money that one can pay with, by its code of ISO 4217: no metal, no test, no missing currency. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CurrencyCode.Known.class)
public @interface CurrencyCode {
  String message() default "is a three-letter ISO 4217 code, such as USD";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Knows what the JDK knows. */
  class Known implements ConstraintValidator<CurrencyCode, String> {
    private static final Set<String> CODES =
        Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public boolean isValid(String code, ConstraintValidatorContext context) {
      return code == null || CODES.contains(code);
    }

    static boolean contains(String code) {
      return code != null && CODES.contains(code);
    }
  }
}
