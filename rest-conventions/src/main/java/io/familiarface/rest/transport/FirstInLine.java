package io.familiarface.rest.transport;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Lets {@link Gate} say what is wrong with an address: Quarkus would answer an empty 400 before any
 * handler sees the request, unless this property is set by the time its server is loaded. The
 * configuration is the first thing that is.
 */
@StaticInitSafe
public class FirstInLine implements SmallRyeConfigBuilderCustomizer {
  private static final String ADDRESSES_ARE_CHECKED_BY_US = "vertx.disableURIValidation";

  @Override
  public void configBuilder(SmallRyeConfigBuilder builder) {
    System.setProperty(ADDRESSES_ARE_CHECKED_BY_US, "true");
  }
}
