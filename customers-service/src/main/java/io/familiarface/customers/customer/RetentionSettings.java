package io.familiarface.customers.customer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;
import java.util.Optional;

/** For how long things are kept; without a word, for ever. */
@ConfigMapping(prefix = "familiar.retention")
public interface RetentionSettings {
  /** Customers who were let go, from then on: they are erased, in all services. */
  Optional<Period> letGo();

  /** Talks. */
  Optional<Period> interactions();

  /** Incidents, limits, warnings and attempts to keep somebody. */
  Optional<Period> conduct();

  /** Whether what is older is forgotten by itself; else only when somebody asks for it. */
  @WithDefault("false")
  boolean apply();
}
