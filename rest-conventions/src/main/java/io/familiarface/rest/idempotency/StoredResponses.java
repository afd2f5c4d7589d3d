package io.familiarface.rest.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The answers given under idempotency keys in the last 24 hours. */
@Singleton
public class StoredResponses extends TransactionBuffer<StoredResponses.Answer> {
  /** Few enough that nobody waits for the statement; as many of them as there is to delete. */
  private static final int AT_ONCE = 10_000;

  /**
   * Two statements in one round trip: the second sees what committed while the first took the lock.
   * One alone would miss the answer of a request that ended in between.
   */
  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtextextended(:claim, 4711))";

  private static final String FIND =
      """
      select fingerprint, status, location, etag, body, erased from idempotency_key
      where caller = :caller and key = :key and answered_at > now() - interval '24 hours'
      """;
  private static final String STORE =
      """
      insert into idempotency_key (caller, key, fingerprint, status, location, etag, body)
      values (:caller, :key, :fingerprint, :status, :location, :etag, :body)
      on conflict (caller, key) do update
        set fingerprint = excluded.fingerprint, status = excluded.status,
            location = excluded.location, etag = excluded.etag, body = excluded.body,
            erased = false, answered_at = now()
      """;

  /**
   * An answer has the time at which its transaction began, as the entries of the audit trail have
   * that were written with it. Some tell of persons to whom nothing was done, by their ids: those
   * are looked for in all answers of a day.
   */
  private static final String ERASE =
      """
      update idempotency_key set location = null, etag = null, body = null, erased = true
      where not erased and (answered_at = any(array(%s)) or body like any(:naming))
      """
          .formatted(AuditTrail.TIMES_ABOUT_PERSONS);

  private static final String FORGET =
      """
      delete from idempotency_key
      where (caller, key) in (select caller, key from idempotency_key
                              where answered_at < now() - interval '24 hours'
                              order by answered_at limit %d)
      """
          .formatted(AT_ONCE);

  private final Set<String> runningHere = ConcurrentHashMap.newKeySet();
  private final Database database;
  private final ObjectMapper mapper;

  StoredResponses(LastTrip lastTrip, Database database, ObjectMapper mapper) {
    super(lastTrip);
    this.database = database;
    this.mapper = mapper;
  }

  record Stored(
      byte[] fingerprint, int status, String location, String etag, String body, boolean erased) {}

  /**
   * Claims the key until the end of the transaction; the answer of before, if there was one.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 while another request holds the claim,
   *     422 when the key was used for another request
   */
  Optional<Response> claim(RequestKey key) {
    RoundTrip trip =
        database
            .roundTrip()
            .bind("claim", key.caller() + '\n' + key.key())
            .bind("caller", key.caller())
            .bind("key", key.key());
    RoundTrip.Rows<Boolean> claimed = trip.query(LOCK, Boolean.class);
    RoundTrip.Rows<Stored> stored = trip.query(FIND, Stored.class);
    trip.send();
    if (!claimed.first().orElseThrow()) {
      throw stillRunning();
    }
    return stored.first().map(before -> replay(key, before));
  }

  /**
   * Claims the key among the requests that this copy of the service runs outside of a transaction,
   * until it is closed.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 while another request holds the claim
   */
  Claim claimHere(RequestKey key) {
    String claim = key.caller() + '\n' + key.key();
    if (!runningHere.add(claim)) {
      throw stillRunning();
    }
    return () -> runningHere.remove(claim);
  }

  /** Holds a key until it is closed. */
  interface Claim extends AutoCloseable {
    @Override
    void close();
  }

  private static HttpProblem stillRunning() {
    return CommonProblem.STILL_RUNNING
        .start()
        .withDetail(
            "The first request with this key has not been answered yet. Try again in a second.")
        .withHeader("Retry-After", 1)
        .build();
  }

  private static Response replay(RequestKey key, Stored stored) {
    if (!MessageDigest.isEqual(key.fingerprint(), stored.fingerprint())) {
      throw CommonProblem.KEY_REUSED.because(
          "This key was sent before with another path or body, byte by byte. Use a new key for a new"
              + " request.");
    }
    if (stored.erased()) {
      throw CommonProblem.GONE.because(
          "It was done when this key was sent before, and nothing was done again. The answer was"
              + " about somebody who has been erased since.");
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

  /** An answer to be kept under its key. */
  record Answer(RequestKey key, int status, String location, String etag, String body) {}

  /** Keeps the answer in the running transaction. */
  void store(RequestKey key, Response answer) throws JsonProcessingException {
    addToTransaction(
        new Answer(
            key,
            answer.getStatus(),
            answer.getLocation() == null ? null : answer.getLocation().toString(),
            answer.getEntityTag() == null ? null : answer.getEntityTag().getValue(),
            answer.hasEntity() ? mapper.writeValueAsString(answer.getEntity()) : null));
  }

  /** A request has one key. */
  @Override
  protected void write(List<Answer> one, RoundTrip trip) {
    Answer answer = one.get(0);
    trip.update(STORE)
        .bind("caller", answer.key().caller())
        .bind("key", answer.key().key())
        .bind("fingerprint", answer.key().fingerprint())
        .bind("status", answer.status())
        .bind("location", answer.location())
        .bind("etag", answer.etag())
        .bind("body", answer.body());
  }

  /**
   * Takes what answers tell of erased persons out of them, with a round trip that binds {@code
   * :persons}. The keys stay, so that nothing is done again.
   */
  public static void erase(Collection<UUID> persons, RoundTrip trip) {
    trip.bind("naming", persons.stream().map(person -> "%" + person + "%").toList()).update(ERASE);
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
