package io.familiarface.customers.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who we are, for our letters. */
@ConfigMapping(prefix = "familiar.letters.company")
interface CompanySettings {
  @WithDefault("Familiar Face Home Services")
  String name();

  @WithDefault("+1 413 555 0100")
  String phone();

  @WithDefault("Ask for it whenever we come, and it is sent to you four times a year.")
  String newsletter();
}
