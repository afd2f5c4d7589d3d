package io.familiarface.rest;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Money that one can pay: its amount has no more decimals than the minor unit of its currency, by
 * ISO 4217. Nobody pays half a yen.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WithinMinorUnit.Payable.class)
@interface WithinMinorUnit {
  String message() default "has more decimals than its currency";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Names the amount, and how many decimals are possible. */
  class Payable implements ConstraintValidator<WithinMinorUnit, Money> {
    @Override
    public boolean isValid(Money money, ConstraintValidatorContext context) {
      if (money.amount() == null) {
        return true;
      }
      boolean known = CurrencyCode.Known.contains(money.currency());
      int decimals = known ? Money.decimals(money.currency()) : Money.MOST_DECIMALS;
      boolean payable =
          money.amount().scale() <= Money.MOST_DECIMALS
              && money.amount().stripTrailingZeros().scale() <= decimals;
      if (!payable) {
        context.disableDefaultConstraintViolation();
        context
            .buildConstraintViolationWithTemplate(
                (decimals == 0 ? "has no decimals" : "has at most " + decimals + " decimals")
                    + (known ? " in " + money.currency() : ""))
            .addPropertyNode("amount")
            .addConstraintViolation();
      }
      return payable;
    }
  }
}
