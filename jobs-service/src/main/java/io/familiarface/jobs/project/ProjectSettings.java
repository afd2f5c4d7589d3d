package io.familiarface.jobs.project;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** For how long a customer can read the plan of a project by its link. */
@ConfigMapping(prefix = "familiar.projects")
interface ProjectSettings {
  @WithDefault("180d")
  Duration linkValid();
}
