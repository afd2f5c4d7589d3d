package io.familiarface.feedback.complaint;

import io.smallrye.config.ConfigMapping;
import java.util.Set;

/** What a complaint can be about. */
@ConfigMapping(prefix = "familiar.complaint")
interface ComplaintSettings {
  /** The company's own list of causes. */
  Set<String> causes();
}
