package io.familiarface.jobs.history;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "familiar.history")
interface HistorySettings {
  /** A larger file is refused; it lies in the temporary folder while it is read. */
  @WithDefault("4G")
  MemorySize largest();

  /** Who sends a file waits so long for the answer; after that they are told where to look. */
  @WithDefault("5S")
  Duration answerWithin();
}
