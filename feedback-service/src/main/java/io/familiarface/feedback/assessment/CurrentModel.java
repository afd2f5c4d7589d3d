package io.familiarface.feedback.assessment;

import io.familiarface.feedback.model.EngineConfiguration;
import io.familiarface.feedback.model.RiskModels;
import io.familiarface.risk.engine.RiskEngine;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The engine with the model in use: the documented priors until one learned from history is.
 * Whoever writes asks for {@link #latest}, which looks at what is on record; whoever reads takes
 * {@link #engine}, which follows within seconds.
 */
@ApplicationScoped
public class CurrentModel {
  private static final int FORMER_ENGINES = 8;

  private final RiskModels models;
  private final EngineConfiguration configuration;
  private final Map<String, RiskEngine> former = new ConcurrentHashMap<>();
  private volatile RiskEngine engine;

  CurrentModel(RiskModels models, EngineConfiguration configuration) {
    this.models = models;
    this.configuration = configuration;
    this.engine = new RiskEngine(configuration.prior(), configuration.settings());
  }

  public RiskEngine engine() {
    return engine;
  }

  public String version() {
    return engine.model().version();
  }

  /** The engine by what is on record now: another copy of this service may have changed it. */
  public RiskEngine latest() {
    return follow(models.use());
  }

  /** The same by what was just read of it. */
  RiskEngine follow(Optional<RiskModels.Use> onRecord) {
    String version = onRecord.map(RiskModels.Use::version).orElse(configuration.prior().version());
    if (!version.equals(version())) {
      engine = models.engine(version).orElseThrow();
    }
    return engine;
  }

  /** An engine that was in use before, to hand its flags over; empty when it is not known. */
  Optional<RiskEngine> former(String version) {
    RiskEngine known = former.get(version);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<RiskEngine> found = models.engine(version);
    if (former.size() >= FORMER_ENGINES) {
      former.clear();
    }
    found.ifPresent(one -> former.put(version, one));
    return found;
  }

  void readAtStart(@Observes StartupEvent started) {
    latest();
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void notice() {
    latest();
  }
}
