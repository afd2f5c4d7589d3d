package io.familiarface.feedback.training;

import io.familiarface.feedback.model.RiskSettings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Trains by itself when configuration says when; once, however many copies of this run. */
@ApplicationScoped
class TrainingOnSchedule {
  private static final Logger LOG = Logger.getLogger(TrainingOnSchedule.class);

  private final RiskSettings config;
  private final Scheduler scheduler;
  private final TrainingModel training;
  private final String zone;

  TrainingOnSchedule(
      RiskSettings config,
      Scheduler scheduler,
      TrainingModel training,
      @ConfigProperty(name = "familiar.company.time-zone") String zone) {
    this.config = config;
    this.scheduler = scheduler;
    this.training = training;
    this.zone = zone;
  }

  void schedule(@Observes StartupEvent started) {
    String cron = config.training().cron().map(String::strip).orElse("");
    if (cron.isEmpty() || cron.equalsIgnoreCase("off")) {
      return;
    }
    try {
      scheduler
          .newJob("risk-training")
          .setCron(cron)
          .setTimeZone(zone)
          .setTask(fired -> trainFor(fired.getScheduledFireTime()))
          .schedule();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IllegalStateException(
          "The configuration familiar.risk.training.cron: '%s' is not a schedule such as '0 0 3 ? * SUN'."
              .formatted(cron),
          e);
    }
  }

  /** Every copy of this service comes here for the same instant; one of them starts it. */
  boolean trainFor(Instant slot) {
    boolean started = training.startFor("schedule", slot.truncatedTo(ChronoUnit.SECONDS));
    if (!started) {
      LOG.debugf("The training of %s is another copy's, or one is running.", slot);
    }
    return started;
  }
}
