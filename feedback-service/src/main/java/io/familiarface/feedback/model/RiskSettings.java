package io.familiarface.feedback.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a company may set about how it judges risk. Every default is the documented one
 * (docs/risk-model.md); what cannot be is refused at start.
 */
@ConfigMapping(prefix = "familiar.risk")
public interface RiskSettings {

  /** How often those are looked at who are due; {@code off} for never. */
  @WithDefault("60s")
  String tick();

  /** How far ahead the probability looks, 1 to 365. A learned model is calibrated for it. */
  @WithDefault("90")
  int horizonDays();

  /** The rolling window for continuity. */
  @WithDefault("365")
  int windowDays();

  Bands bands();

  Flags flags();

  Rules rules();

  /**
   * Days after which half of a signal is gone, by its name such as {@code broken-promise}. They are
   * where learning starts from, too.
   */
  Map<String, Double> halfLives();

  Training training();

  /** From which probability a customer is in a band. */
  interface Bands {
    @WithDefault("0.06")
    double elevatedFrom();

    @WithDefault("0.15")
    double highFrom();
  }

  /** When a flag is raised and cleared. A learned model brings thresholds of its own. */
  interface Flags {
    @WithDefault("0.20")
    double raiseFrom();

    @WithDefault("0.08")
    double clearBelow();

    @WithDefault("6")
    int clearAfterVisits();

    @WithDefault("90")
    int keptAfterDays();
  }

  /** The threshold of each rule, and how many days it looks back. */
  interface Rules {
    @WithDefault("2")
    int repeatedChanges();

    @WithDefault("180")
    int repeatedChangesDays();

    @WithDefault("365")
    int brokenPromiseDays();

    /** A change without notice, or without introduction. */
    @WithDefault("180")
    int changeDays();

    @WithDefault("120")
    int missedVisitDays();

    @WithDefault("120")
    int surpriseDays();

    @WithDefault("180")
    int reopenedDays();

    @WithDefault("2.5")
    double lowMark();

    @WithDefault("1.0")
    double fallenBy();

    @WithDefault("120")
    int markDays();

    @WithDefault("90")
    int distressDays();

    @WithDefault("3")
    int silentRequests();

    @WithDefault("14")
    int answerWithinDays();
  }

  /** Learning from the company's own history, and looking back at it. */
  interface Training {
    /** When to train by itself, in the company's time, such as {@code 0 0 3 ? * SUN}. */
    Optional<String> cron();

    /**
     * How many signals are held in memory at most; a longer history is drawn from. By default as
     * many as fit into a third of the heap.
     */
    OptionalInt mostSignals();
  }
}
