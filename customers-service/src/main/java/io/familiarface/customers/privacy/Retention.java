package io.familiarface.customers.privacy;

import io.familiarface.customers.customer.RetentionRule;
import io.familiarface.customers.customer.RetentionRule.Due;
import io.familiarface.customers.customer.RetentionSettings;
import io.familiarface.rest.time.Instants;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets what is older than the company keeps it; asked first, it only says what that would be.
 */
@ApplicationScoped
class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);

  /** In one transaction. */
  private static final int AT_A_TIME = 100;

  /** By one request, or in one night. */
  private static final int MOST_BATCHES = 100;

  private final List<RetentionRule> rules;
  private final RetentionSettings settings;
  private final Clock clock;
  private final ZoneId zone;

  Retention(
      @Any Instance<RetentionRule> rules,
      RetentionSettings settings,
      Clock clock,
      @ConfigProperty(name = "familiar.company.time-zone") ZoneId zone) {
    this.rules = rules.stream().sorted(Comparator.comparing(RetentionRule::kind)).toList();
    this.settings = settings;
    this.clock = clock;
    this.zone = zone;
  }

  /** What would go now. */
  RetentionView due() {
    return new RetentionView(
        settings.apply(), rules.stream().map(rule -> line(rule, null)).toList());
  }

  /** Forgets it, so much at most that a request can wait for it. */
  RetentionView apply() {
    return new RetentionView(
        settings.apply(), rules.stream().map(rule -> line(rule, forget(rule))).toList());
  }

  @Scheduled(
      every = "24h",
      delayed = "10m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void applyDaily() {
    if (settings.apply()) {
      apply().rules().stream()
          .filter(rule -> rule.forgotten() > 0)
          .forEach(rule -> LOG.infof("%d of %s were forgotten", rule.forgotten(), rule.kind()));
    }
  }

  private int forget(RetentionRule rule) {
    Instant before = before(rule);
    int forgotten = 0;
    for (int batch = 0; before != null && batch < MOST_BATCHES; batch++) {
      int some = rule.forget(before, AT_A_TIME);
      forgotten += some;
      if (some < AT_A_TIME) {
        break;
      }
    }
    return forgotten;
  }

  private RetentionView.Rule line(RetentionRule rule, Integer forgotten) {
    Instant before = before(rule);
    Due due = before == null ? new Due(0, null) : rule.due(before);
    return new RetentionView.Rule(
        rule.kind(),
        rule.keptFor().map(Period::toString).orElse(null),
        before,
        due.count(),
        due.oldestAt(),
        forgotten);
  }

  /** By the calendar where the company is. */
  private Instant before(RetentionRule rule) {
    return rule.keptFor()
        .map(period -> clock.instant().atZone(zone).minus(period).toInstant())
        .map(Instants::toMicros)
        .orElse(null);
  }
}
