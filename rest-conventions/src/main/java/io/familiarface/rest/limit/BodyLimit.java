package io.familiarface.rest.limit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How large the body of this resource method may be; without it, 1 MiB; see {@link StreamedBody}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {
  long bytes() default 0;

  /** The setting that says it, such as {@code 5M}, in place of {@link #bytes}. */
  String setting() default "";
}
