package io.familiarface.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who we are, on what customers read; the names are those of the letters of customers-service. */
@ConfigMapping(prefix = "familiar.letters.company")
public interface CompanySettings {
  @WithDefault("Familiar Face Home Services")
  String name();

  /** Where somebody answers. */
  @WithDefault("+1 413 555 0100")
  String phone();

  @WithDefault(
      "We look after your home as if it were our own. You know who comes, we keep what we promise,"
          + " and when something goes wrong we say so and put it right.")
  String mission();
}
