package io.familiarface.rest.idempotency;

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
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
