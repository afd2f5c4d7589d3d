package io.familiarface.rest.transport;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * {@code familiar.own-origins}: where pages of the three services come from. A service on this
 * machine has two names, localhost and 127.0.0.1, and people type either.
 */
public class OwnOrigins implements ConfigSourceFactory {
  private static final int BELOW_EVERYTHING = 10;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    Set<String> origins = new TreeSet<>();
    for (String service : List.of("customers", "jobs", "feedback")) {
      ConfigValue url = context.getValue("familiar.public-url." + service);
      if (url != null && url.getValue() != null) {
        origins.add(url.getValue());
        origins.add(url.getValue().replace("//localhost:", "//127.0.0.1:"));
        origins.add(url.getValue().replace("//127.0.0.1:", "//localhost:"));
      }
    }
    return List.of(
        new PropertiesConfigSource(
            Map.of("familiar.own-origins", String.join(",", origins)),
            "own origins",
            BELOW_EVERYTHING));
  }
}
