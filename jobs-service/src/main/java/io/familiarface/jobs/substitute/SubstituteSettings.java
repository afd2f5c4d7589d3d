package io.familiarface.jobs.substitute;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What is taken for granted of a visit when somebody is looked for. */
@ConfigMapping(prefix = "familiar.substitutes")
public interface SubstituteSettings {
  /** As long as a technician can be at no other visit, the way there included. */
  Duration visitLength();
}
