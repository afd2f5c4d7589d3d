package io.familiarface.customers.conduct;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What this company tries before it lets a customer go. */
@ConfigMapping(prefix = "familiar.letting-go")
interface LettingGoSettings {
  @WithDefault("3")
  int retentionAttempts();

  @WithDefault("1")
  int managerTalks();

  @WithDefault("1")
  int writtenWarnings();

  /** Whole days since the first attempt, talk or warning. */
  @WithDefault("14")
  int days();

  /** For so many days it can be undone. */
  @WithDefault("30")
  int undoWithinDays();
}
