package io.familiarface.jobs.visit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What is taken for granted of every visit. */
@ConfigMapping(prefix = "familiar.visits")
public interface VisitSettings {
  /** As long as a technician can be at no other visit, the way there included. */
  Duration length();
}
