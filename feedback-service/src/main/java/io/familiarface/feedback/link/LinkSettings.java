package io.familiarface.feedback.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How long customers' own links are good for, and what their pages offer. */
@ConfigMapping(prefix = "familiar.links")
interface LinkSettings {
  @WithDefault("30d")
  Duration feedbackValid();

  @WithDefault("180d")
  Duration caseValid();

  /**
   * A public review page, offered to everybody who gives feedback, however satisfied; left out, to
   * nobody. Review sites forbid asking only those who are content.
   */
  Optional<URI> reviewUrl();

  /** Whom to call, shown on every page; left out, none is shown. */
  Optional<String> phone();
}
