package io.familiarface.customers.interaction;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** What this company explains to every customer, in the order in which it is explained. */
@ConfigMapping(prefix = "familiar.walk-through")
interface WalkThroughSettings {
  List<Step> steps();

  /** One thing to explain. */
  interface Step {
    /** By which a talk names it; it stays when the title changes. */
    String code();

    /** What to explain, in plain words. */
    String title();
  }
}
