package io.familiarface.feedback.training;

import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.assessment.CurrentModel;
import io.familiarface.feedback.assessment.DailyTick;
import io.familiarface.feedback.model.EngineConfiguration;
import io.familiarface.feedback.model.RiskModels;
import io.familiarface.feedback.model.StoredModel;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.Excerpt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Which model is in use, which were, and going back to one. */
@ApplicationScoped
class ChoosingModel {
  private final RiskModels models;
  private final EngineConfiguration configuration;
  private final CurrentModel current;
  private final DailyTick tick;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionSynchronizationRegistry transaction;
  private final ManagedExecutor executor;

  ChoosingModel(
      RiskModels models,
      EngineConfiguration configuration,
      CurrentModel current,
      DailyTick tick,
      AuditTrail audit,
      Clock clock,
      TransactionSynchronizationRegistry transaction,
      ManagedExecutor executor) {
    this.models = models;
    this.configuration = configuration;
    this.current = current;
    this.tick = tick;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    this.executor = executor;
  }

  ModelView inUse() {
    ModelInUse use = use();
    return view(models.byName(use.version()).orElseThrow(), use);
  }

  Page<ModelView> newestFirst(PageRequest page) {
    ModelInUse use = use();
    return Page.of(
        models.newestFirst(page), page, model -> Key.of(model.seq()), model -> view(model, use));
  }

  /**
   * Puts an earlier model, or the prior, in use again; everybody is then assessed anew. The one in
   * use stays so, and nothing changes.
   */
  @Transactional
  Activated activate(String version, String by) {
    StoredModel model =
        models
            .byName(version)
            .orElseThrow(
                () ->
                    FeedbackProblem.NO_SUCH_MODEL.because(
                        "There is no model '%s'; GET /v1/risk/models lists them."
                            .formatted(Excerpt.of(version))));
    models.lockUse();
    boolean another = !models.nameOf(model).equals(use().version());
    if (another) {
      putInUse(model, by, "chosen by hand");
      transaction.registerInterposedSynchronization(new AssessingAfterwards());
    }
    return new Activated(inUse(), another);
  }

  /**
   * A model that was asked for.
   *
   * @param another whether another one was in use before
   */
  record Activated(ModelView model, boolean another) {}

  /**
   * As {@link #putInUse}, unless somebody has put another one in use than the one it is to replace:
   * what was chosen by hand meanwhile stays.
   *
   * @return whether it is in use now
   */
  boolean replace(String version, StoredModel model, String by, String why) {
    models.lockUse();
    boolean still = version.equals(use().version());
    if (still) {
      putInUse(model, by, why);
    }
    return still;
  }

  /** Within the running transaction; whoever calls has everybody assessed anew afterwards. */
  void putInUse(StoredModel model, String by, String why) {
    ModelInUse before = use();
    models.use(model, clock.instant(), by, why);
    audit.changed(
        "risk-model.put-in-use",
        "risk-model",
        model.id(),
        null,
        Map.of("version", before.version()),
        Map.of("version", models.nameOf(model), "by", by, "why", why));
  }

  /** Some customers at a time; interrupted, the daily tick goes on with it. */
  void assessEverybody() {
    current.latest();
    tick.assessThoseOfOtherModels();
  }

  private ModelView view(StoredModel model, ModelInUse use) {
    return ModelView.of(model, models.nameOf(model), use);
  }

  private ModelInUse use() {
    Optional<RiskModels.Use> use = models.use();
    return new ModelInUse(
        use.map(RiskModels.Use::version).orElse(configuration.prior().version()),
        use.map(RiskModels.Use::since).orElse(null),
        use.map(RiskModels.Use::putBy).orElse(null),
        configuration.settings());
  }

  private final class AssessingAfterwards implements Synchronization {
    @Override
    public void beforeCompletion() {
      // nobody is assessed by a model that is not in use
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        executor.execute(ChoosingModel.this::assessEverybody);
      }
    }
  }
}
