package io.familiarface.feedback.model;

import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import io.familiarface.rest.Ids;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.risk.engine.RiskEngine;
import io.familiarface.risk.model.RiskModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code risk_model} and {@code risk_model_use}. */
@ApplicationScoped
public class RiskModels {
  private static final String COLUMNS =
      "select seq, id, version, kind, trained_at, metrics, raise_from, clear_below from risk_model"
          + " ";

  private final Sql sql;
  private final ModelJson json;
  private final EngineConfiguration configuration;

  RiskModels(Sql sql, ModelJson json, EngineConfiguration configuration) {
    this.sql = sql;
    this.json = json;
    this.configuration = configuration;
  }

  /** Which model is in use since when. */
  public record Use(long seq, String version, Instant since, String putBy, String why) {}

  /** What was decided last; empty while nobody has put anything but the prior in use. */
  public Optional<Use> use() {
    return sql.first(
        "select * from risk_model_use order by seq desc limit 1",
        row ->
            new Use(
                row.longNumber("seq"),
                inUse(row.text("version")),
                row.instant("since"),
                row.text("put_by"),
                row.text("why")));
  }

  /** Puts a model on record in use, from the commit of the transaction on. */
  public void use(String version, Instant since, String putBy, String why) {
    sql.change(
        "insert into risk_model_use (version, since, put_by, why) values (?, ?, ?, ?)",
        onRecord(version),
        since,
        putBy,
        why);
  }

  /** Newest first. */
  public List<StoredModel> newestFirst(PageRequest page) {
    long before = page.after().map(key -> key.number(0).longValue()).orElse(Long.MAX_VALUE);
    return sql.list(
        COLUMNS + "where seq < ? order by seq desc limit ?", this::read, before, page.limit() + 1);
  }

  public Optional<StoredModel> named(String version) {
    return sql.first(COLUMNS + "where version = ?", this::read, onRecord(version));
  }

  /** The engine that a model makes, with the thresholds that go with it. */
  public Optional<RiskEngine> engine(String version) {
    RiskModel prior = configuration.prior();
    if (version.equals(prior.version())) {
      return Optional.of(new RiskEngine(prior, configuration.settings()));
    }
    if (version.equals(RiskModel.PRIOR_VERSION)) {
      return Optional.of(new RiskEngine(RiskModel.prior(), configuration.settings()));
    }
    return named(version)
        .map(
            stored -> new RiskEngine(document(version), stored.settings(configuration.settings())));
  }

  private RiskModel document(String version) {
    return sql.first(
            "select document::text as document from risk_model where version = ?",
            row -> json.model(row.text("document")),
            version)
        .orElseThrow();
  }

  /** The name of the next model to be learned. */
  public String nextVersion() {
    return sql.first(
            "select 'learned-' || (count(*) + 1) as version from risk_model where kind = 'LEARNED'",
            row -> row.text("version"))
        .orElseThrow();
  }

  public StoredModel add(
      RiskModel model,
      Instant trainedAt,
      Map<String, Double> metrics,
      double raiseFrom,
      double clearBelow) {
    sql.change(
        """
        insert into risk_model (id, version, kind, trained_at, metrics, raise_from, clear_below,
                                document)
        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb)
        """,
        Ids.next(),
        model.version(),
        model.kind(),
        trainedAt,
        json.write(metrics),
        raiseFrom,
        clearBelow,
        json.write(model));
    return named(model.version()).orElseThrow();
  }

  /** The priors are one row, whatever half-lives are configured. */
  private String onRecord(String version) {
    return version.equals(configuration.prior().version()) ? RiskModel.PRIOR_VERSION : version;
  }

  private String inUse(String onRecord) {
    return onRecord.equals(RiskModel.PRIOR_VERSION) ? configuration.prior().version() : onRecord;
  }

  private StoredModel read(Row row) throws SQLException {
    RiskModel.Kind kind = RiskModel.Kind.valueOf(row.text("kind"));
    return new StoredModel(
        row.longNumber("seq"),
        row.uuid("id"),
        inUse(row.text("version")),
        kind,
        row.instant("trained_at"),
        json.metrics(row.text("metrics")),
        row.numberIfAny("raise_from"),
        row.numberIfAny("clear_below"));
  }
}
