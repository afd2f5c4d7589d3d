package io.familiarface.feedback.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often a customer may be asked what they think. */
@ConfigMapping(prefix = "familiar.feedback-requests")
interface FeedbackRequestSettings {
  /** Nobody is asked twice within this time, whatever the visit. */
  @WithDefault("30d")
  Duration notAgainWithin();
}
