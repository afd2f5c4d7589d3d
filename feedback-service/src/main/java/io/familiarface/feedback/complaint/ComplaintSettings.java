package io.familiarface.feedback.complaint;

import io.familiarface.feedback.recovery.CaseStep;
import io.familiarface.risk.signal.Severity;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a complaint can be about, who mends it, and by when. */
@ConfigMapping(prefix = "familiar.complaint")
interface ComplaintSettings {
  /** The company's own list of causes. */
  Set<String> causes();

  /** Who has a case in hand unless it names somebody; left out: who received the complaint. */
  Optional<String> owner();

  /** Who gets what is late, by name; left out, nobody in particular does, and the pages say so. */
  Optional<String> escalatesTo();

  /** Who gets what is late of the customers of a branch. */
  Map<String, String> escalatesToByBranch();

  /** How often somebody looks for what is late; {@code off} for never. */
  @WithDefault("60s")
  String escalatesEvery();

  /** From when to when the company works, Monday to Friday. */
  @WithDefault("08:00")
  LocalTime opensAt();

  @WithDefault("17:00")
  LocalTime closesAt();

  /** The working time that each step up to the delivery may take, by severity. */
  Map<CaseStep, Map<Severity, Duration>> due();

  /** After the delivery, when the customer is asked how they are. */
  List<Duration> checkIns();

  /** After the last of these, when the case is to be closed. */
  @WithDefault("14d")
  Duration closing();

  /** So many check-ins in a row that reached nobody are a silence. */
  @WithDefault("2")
  @Min(1) int silence();

  /** What each role may give by its own decision; a role that is not named may give any amount. */
  Map<String, BigDecimal> remedyLimits();

  /**
   * For how long what was agreed in one case of a customer counts in their others, so that a case
   * is not made into two; {@code 0} for not at all.
   */
  Duration remedyLimitsWithin();

  /** The currency of the limits; an amount in another one needs an approval. */
  String currency();
}
