package io.familiarface.customers.technician;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The technician named in the body, a {@link NamesTechnician}, is asked for at jobs-service before
 * the transaction begins, if we have not heard of them: no connection is held meanwhile.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TechnicianLookedUp {}
