package io.familiarface.customers.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Of the right of access. */
@ConfigMapping(prefix = "familiar.privacy")
interface PrivacySettings {
  /** More than this of one other service is not put into an export. */
  @WithDefault("268435456")
  long mostBytesOfAService();
}
