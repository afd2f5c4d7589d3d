package io.familiarface.jobs.accounting.push;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/** How documents are pushed. */
@ConfigMapping(prefix = "familiar.accounting.webhooks")
interface WebhookSettings {
  /** How often we look for what is due, such as 2s. */
  String every();

  /** How long after the attempt before each attempt is made; after the last one it is given up. */
  List<Duration> attempts();

  /** How long an answer is waited for. */
  Duration timeout();

  /** How long the former secret signs along after a rotation. */
  Duration rotation();

  /** Whether receivers may be in a private network or on this machine, and spoken to in clear. */
  boolean allowPrivateTargets();
}
