package io.familiarface.rest.bulk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the document of an import can't know by itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ImportExample {
  /** One line of JSON; the example in CSV is made of it, without its lists. */
  String value();

  /** What is special about this import. */
  String note() default "";
}
