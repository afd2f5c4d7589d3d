package io.familiarface.rest.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.database.Database;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.util.Optional;

/** The answers given under idempotency keys in the last 24 hours. */
@ApplicationScoped
class StoredResponses {
  /** Few enough that nobody waits for the statement; as many of them as there is to delete. */
  private static final int AT_ONCE = 10_000;

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended(:claim, 4711))";
  private static final String FIND =
      """
      select fingerprint, status, location, etag, body from idempotency_key
      where caller = :caller and key = :key and answered_at > now() - interval '24 hours'
      """;
  private static final String STORE =
      """
      insert into idempotency_key (caller, key, fingerprint, status, location, etag, body)
      values (:caller, :key, :fingerprint, :status, :location, :etag, :body)
      on conflict (caller, key) do update
        set fingerprint = excluded.fingerprint, status = excluded.status,
            location = excluded.location, etag = excluded.etag, body = excluded.body,
            answered_at = now()
      """;
  private static final String FORGET =
      """
      delete from idempotency_key
      where (caller, key) in (select caller, key from idempotency_key
                              where answered_at < now() - interval '24 hours'
                              order by answered_at limit %d)
      """
          .formatted(AT_ONCE);

  private final Database database;
  private final ObjectMapper mapper;

  StoredResponses(Database database, ObjectMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  record Stored(byte[] fingerprint, int status, String location, String etag, String body) {}

  /**
   * Claims the key until the end of the transaction; the answer of before, if there was one.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 while another request holds the claim,
   *     422 when the key was used for another request
   */
  Optional<Response> claim(RequestKey key) {
    boolean claimed =
        database.sql(LOCK).bind("claim", key.caller() + '\n' + key.key()).one(Boolean.class);
    if (!claimed) {
      throw CommonProblem.STILL_RUNNING
          .start()
          .withDetail(
              "The first request with this key has not been answered yet. Try again in a second.")
          .withHeader("Retry-After", 1)
          .build();
    }
    return database
        .sql(FIND)
        .bind("caller", key.caller())
        .bind("key", key.key())
        .first(Stored.class)
        .map(stored -> replay(key, stored));
  }

  private static Response replay(RequestKey key, Stored stored) {
    if (!MessageDigest.isEqual(key.fingerprint(), stored.fingerprint())) {
      throw CommonProblem.KEY_REUSED.because(
          "This key was sent before with another path or body, byte by byte. Use a new key for a new"
              + " request.");
    }
    Response.ResponseBuilder answer =
        Response.status(stored.status()).header("Idempotency-Replayed", "true");
    if (stored.location() != null) {
      answer.header("Location", stored.location());
    }
    if (stored.etag() != null) {
      answer.header("ETag", '"' + stored.etag() + '"');
    }
    if (stored.body() != null) {
      answer.entity(stored.body()).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
    }
    return answer.build();
  }

  void store(RequestKey key, Response answer) throws JsonProcessingException {
    database
        .sql(STORE)
        .bind("caller", key.caller())
        .bind("key", key.key())
        .bind("fingerprint", key.fingerprint())
        .bind("status", answer.getStatus())
        .bind("location", answer.getLocation() == null ? null : answer.getLocation().toString())
        .bind("etag", answer.getEntityTag() == null ? null : answer.getEntityTag().getValue())
        .bind("body", answer.hasEntity() ? mapper.writeValueAsString(answer.getEntity()) : null)
        .update();
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteExpired() {
    int deleted;
    do {
      deleted = database.sql(FORGET).update();
    } while (deleted == AT_ONCE);
  }
}
