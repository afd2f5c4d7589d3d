package io.familiarface.rest.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that honours {@code Idempotency-Key}: sent again within 24 hours it answers the same and
 * changes nothing.
 *
 * <p>The method runs inside one transaction with the claim of the key and the stored answer, so
 * that a crash at any moment leaves either all of it or nothing. It must return a {@code Response}.
 * What is safe to repeat and needs transactions of its own says so by {@link #ownTransactions}.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
  /**
   * Whether the method runs outside of any transaction, as one that ends several: it would hold the
   * connection of the key while it waits for another. Its answer is stored afterwards, so after a
   * crash the method may run once more, which must do no harm.
   */
  @Nonbinding
  boolean ownTransactions() default false;
}
