package io.familiarface.database;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.PGConnection;

/**
 * SQL on the service's own database. Inside a transaction every statement is part of it (the pool
 * hands out the transaction's one connection); outside, each statement is a transaction by itself.
 *
 * <p>Parameters are named, {@code :customer}, and bound as {@link Statement#bind} says. A row
 * becomes a record by its constructor: component {@code madeAt} is column {@code made_at}, a
 * component annotated {@link org.jdbi.v3.core.mapper.Nested} is made of columns of the same row. A
 * single column becomes a UUID, a String, a Long, an Instant and the like.
 *
 * <p>What the database refuses comes as JDBI's unchecked exceptions, whose text holds no values;
 * {@link UniqueViolation}, {@link ConcurrentUpdate} and {@link DatabaseUnavailable} tell what it
 * means.
 */
@Singleton
public class Database {
  private final Jdbi jdbi;
  private final StatementRunner runner;

  public Database(DataSource source) {
    jdbi = Jdbi.create(source).installPlugin(new PostgresPlugin());
    // The transaction is the container's: JDBI neither begins nor ends one.
    jdbi.setTransactionHandler(new CMTTransactionHandler());
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerRowMapper(new RecordMapperFactory());
    jdbi.registerColumnMapper(Instant.class, new InstantMapper());
    jdbi.registerColumnMapper(UUID.class, new UuidMapper());
    jdbi.registerColumnMapper(new GenericType<List<String>>() {}, new TextsMapper());
    runner = new StatementRunner(source, jdbi);
  }

  /** One statement; it is sent when its result is asked for. */
  public Statement sql(String sql) {
    return new Statement(runner, sql);
  }

  /** A list made of the conditions that were asked for; {@code select} ends before its where. */
  public ListQuery list(String select) {
    return new ListQuery(this, select);
  }

  /** Statements that do not depend on each other's answers, sent in one round trip. */
  public RoundTrip roundTrip() {
    return new RoundTrip(runner);
  }

  /** Writes many rows of one table at once. */
  public void copy(CopiedRows<?> rows) {
    jdbi.useHandle(
        handle -> {
          try {
            rows.write(handle.getConnection());
          } catch (SQLException e) {
            throw new UnableToExecuteStatementException("copy", e, null);
          }
        });
  }

  /**
   * Writes the rows of a select as CSV, without a header.
   *
   * @param select has no parameters, for {@code copy} takes none
   */
  public void writeCsv(String select, OutputStream out) throws IOException {
    jdbi.useHandle(
        handle -> {
          try {
            handle
                .getConnection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (%s) to stdout (format csv)".formatted(select), out);
          } catch (SQLException e) {
            throw new UnableToExecuteStatementException("copy", e, null);
          }
        });
  }
}
