package io.familiarface.feedback.model;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.model.RiskModel;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The models on record, and which of them is in use. */
@ApplicationScoped
public class RiskModels implements PanacheRepositoryBase<StoredModel, String> {
  private static final String LAST_USE =
      "select version, since, put_by from risk_model_use order by seq desc limit 1";

  private final Database database;
  private final ModelJson json;
  private final EngineConfiguration configuration;

  RiskModels(Database database, ModelJson json, EngineConfiguration configuration) {
    this.database = database;
    this.json = json;
    this.configuration = configuration;
  }

  /** Which model is in use since when. */
  public record Use(String version, Instant since, String putBy) {}

  /** What was decided last; empty while nobody has put anything but the prior in use. */
  public Optional<Use> use() {
    return database.sql(LAST_USE).first(Use.class).map(this::named);
  }

  private Use named(Use use) {
    return new Use(name(use.version), use.since, use.putBy);
  }

  /** The same, asked with the round trip. */
  public Supplier<Optional<Use>> use(RoundTrip trip) {
    RoundTrip.Rows<Use> last = trip.query(LAST_USE, Use.class);
    return () -> last.first().map(this::named);
  }

  /** Nobody else puts another one in use until the transaction ends. */
  public void lockUse() {
    database.sql("lock table risk_model_use in share row exclusive mode").update();
  }

  /** Puts a model on record in use, from the commit of the transaction on. */
  public void use(StoredModel model, Instant since, String putBy, String why) {
    flush();
    database
        .sql(
            """
            insert into risk_model_use (version, since, put_by, why)
            values (:version, :since, :putBy, :why)
            """)
        .bind("version", model.version)
        .bind("since", since)
        .bind("putBy", putBy)
        .bind("why", why)
        .update();
  }

  public List<StoredModel> newestFirst(PageRequest page) {
    long before = page.after().map(key -> key.whole(0)).orElse(Long.MAX_VALUE);
    return find("seq < ?1", Sort.descending("seq"), before).range(0, page.limit()).list();
  }

  public Optional<StoredModel> byName(String version) {
    boolean prior = version.equals(configuration.prior().version());
    return findByIdOptional(prior ? RiskModel.PRIOR_VERSION : version);
  }

  /** The engine that a model makes, with the thresholds that go with it. */
  @Transactional
  public Optional<RiskEngine> engine(String version) {
    RiskModel prior = configuration.prior();
    if (version.equals(prior.version())) {
      return Optional.of(new RiskEngine(prior, configuration.settings()));
    }
    if (version.equals(RiskModel.PRIOR_VERSION)) {
      return Optional.of(new RiskEngine(RiskModel.prior(), configuration.settings()));
    }
    return findByIdOptional(version)
        .map(
            stored ->
                new RiskEngine(
                    json.model(stored.document), stored.settings(configuration.settings())));
  }

  /** The name of the next model to be learned. */
  @Transactional
  public String nextVersion() {
    return "learned-" + (count("kind", RiskModel.Kind.LEARNED) + 1);
  }

  public StoredModel add(
      RiskModel model,
      Instant trainedAt,
      Map<String, Double> metrics,
      double raiseFrom,
      double clearBelow) {
    StoredModel stored =
        StoredModel.create(model, trainedAt, metrics, raiseFrom, clearBelow, json.write(model));
    persist(stored);
    return stored;
  }

  /** The name it is used by. */
  public String nameOf(StoredModel model) {
    return name(model.version);
  }

  /** The priors are one row, whatever half-lives are configured. */
  private String name(String onRecord) {
    return onRecord.equals(RiskModel.PRIOR_VERSION) ? configuration.prior().version() : onRecord;
  }
}
