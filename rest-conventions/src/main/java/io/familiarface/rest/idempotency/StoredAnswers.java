package io.familiarface.rest.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The answers given under idempotency keys in the last 24 hours. */
@ApplicationScoped
class StoredAnswers {
  private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 4711))";
  private static final String FIND =
      """
      SELECT fingerprint, status, location, etag, body
        FROM idempotency_key
       WHERE caller = ? AND key = ? AND answered_at > now() - interval '24 hours'
      """;
  private static final String STORE =
      """
      INSERT INTO idempotency_key (caller, key, fingerprint, status, location, etag, body)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (caller, key) DO UPDATE
         SET fingerprint = excluded.fingerprint, status = excluded.status,
             location = excluded.location, etag = excluded.etag, body = excluded.body,
             answered_at = now()
      """;
  private static final String FORGET =
      """
      DELETE FROM idempotency_key
       WHERE (caller, key) IN (SELECT caller, key FROM idempotency_key
                                WHERE answered_at < now() - interval '24 hours'
                                ORDER BY answered_at LIMIT 10000)
      """;

  private final DataSource database;
  private final ObjectMapper mapper;

  StoredAnswers(DataSource database, ObjectMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /**
   * Claims the key until the end of the transaction; the answer of before, if there was one.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 while another request holds the claim,
   *     422 when the key was used for another request
   */
  Optional<Response> claim(RequestKey key) throws SQLException {
    try (Connection connection = database.getConnection()) {
      lock(connection, key);
      try (PreparedStatement find = connection.prepareStatement(FIND)) {
        find.setString(1, key.caller());
        find.setString(2, key.key());
        try (ResultSet found = find.executeQuery()) {
          return found.next() ? Optional.of(replay(key, found)) : Optional.empty();
        }
      }
    }
  }

  private static void lock(Connection connection, RequestKey key) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, key.caller() + '\n' + key.key());
      try (ResultSet locked = lock.executeQuery()) {
        locked.next();
        if (!locked.getBoolean(1)) {
          throw CommonProblem.STILL_RUNNING
              .start()
              .withDetail(
                  "The first request with this key has not been answered yet. Try again in a second.")
              .withHeader("Retry-After", 1)
              .build();
        }
      }
    }
  }

  private static Response replay(RequestKey key, ResultSet found) throws SQLException {
    if (!MessageDigest.isEqual(key.fingerprint(), found.getBytes("fingerprint"))) {
      throw CommonProblem.KEY_REUSED.because(
          "This key was sent before with another path or body. Use a new key for a new request.");
    }
    Response.ResponseBuilder answer =
        Response.status(found.getInt("status")).header("Idempotency-Replayed", "true");
    String location = found.getString("location");
    if (location != null) {
      answer.header("Location", location);
    }
    String etag = found.getString("etag");
    if (etag != null) {
      answer.header("ETag", '"' + etag + '"');
    }
    String body = found.getString("body");
    if (body != null) {
      answer.entity(body).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
    }
    return answer.build();
  }

  void store(RequestKey key, Response answer) throws SQLException, JsonProcessingException {
    try (Connection connection = database.getConnection();
        PreparedStatement store = connection.prepareStatement(STORE)) {
      store.setString(1, key.caller());
      store.setString(2, key.key());
      store.setBytes(3, key.fingerprint());
      store.setInt(4, answer.getStatus());
      store.setString(5, answer.getLocation() == null ? null : answer.getLocation().toString());
      store.setString(6, answer.getEntityTag() == null ? null : answer.getEntityTag().getValue());
      store.setString(7, answer.hasEntity() ? mapper.writeValueAsString(answer.getEntity()) : null);
      store.executeUpdate();
    }
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forgetOldOnes() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.executeUpdate();
    }
  }
}
