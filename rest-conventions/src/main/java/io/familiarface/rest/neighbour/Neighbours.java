package io.familiarface.rest.neighbour;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.familiarface.rest.Fingerprint;
import io.familiarface.rest.logging.WithoutWords;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.problem.ProblemType;
import io.familiarface.rest.security.ServiceCredentials;
import io.familiarface.rest.security.ServiceTokenFilter;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.logging.Logger;

/**
 * The other services, {@code customers}, {@code jobs} and {@code feedback}. Each has a circuit
 * breaker: while one is away, a question is refused at once and not after its time-out, which would
 * hold a thread and perhaps a database connection.
 */
@ApplicationScoped
public class Neighbours {
  private static final Logger LOG = Logger.getLogger(Neighbours.class);

  /** There is none; or there can be none, as what it is called by cannot be a name. */
  private static final Set<Integer> NONE = Set.of(400, 404, 410, 414, 422);

  /** It is there and says no; it will say so again, however soon it is asked. */
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 409);

  private static final int RETRY_SECONDS = 2;
  private static final int LONGEST_RETRY_SECONDS = 300;

  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 2000;

  private final ObjectReader reader;
  private final ServiceCredentials credentials;
  private final Config config;
  private final Map<String, Guard> guards = new ConcurrentHashMap<>();
  private final Set<String> notAdmitting = ConcurrentHashMap.newKeySet();

  Neighbours(ObjectMapper mapper, ServiceCredentials credentials, Config config) {
    this.reader = mapper.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.credentials = credentials;
    this.config = config;
  }

  /**
   * One thing at a time out of a collection of a service.
   *
   * @param type a record of the fields that are read, {@code externalId} among them; others are
   *     ignored
   * @param unavailable what is thrown when the service does not answer
   */
  public <T> NeighbourLookup<T> lookup(
      String service, String collection, Class<T> type, ProblemType unavailable) {
    NeighbourClient client =
        RestClientBuilder.newBuilder()
            .baseUri(config.getValue("familiar.url." + service, URI.class))
            .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
            .readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS)
            .register(new ServiceTokenFilter(credentials))
            .build(NeighbourClient.class);
    return new NeighbourLookup<>(
        this, client, service, collection, reader.forType(type), unavailable, found -> {});
  }

  /**
   * Asks a question of any kind.
   *
   * @param question the call of a REST client
   * @return empty when the service answers that there is no such thing (404 and the like)
   * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code unavailable}, when there is no
   *     connection, no answer in time, no token to ask with, or the service says 429 or 503: to the
   *     caller it is all the same, and Retry-After is what the service says; 503 not-admitted for
   *     its 401 and 403, which trying again doesn't mend; 409 for its 409
   */
  public <T> Optional<T> ask(String service, ProblemType unavailable, Supplier<T> question) {
    Object answer;
    try {
      answer = guard(service).call(() -> found(question), Object.class);
    } catch (Exception e) {
      LOG.warnf("%s-service can't be asked: %s", service, WithoutWords.kind(e));
      throw unavailable
          .start()
          .withDetail(
              "We have not heard of it yet, and "
                  + service
                  + "-service can't be asked now. Try again in a minute.")
          .withHeader("Retry-After", retryAfter(e))
          .build();
    }
    if (answer instanceof Refused refused) {
      throw refused.status() == 409 ? contradicted(service) : notAdmitted(service, refused);
    }
    notAdmitting.remove(service);
    return Optional.ofNullable(answer).map(NeighbourLookup::unchecked);
  }

  /** In how many seconds a service that could not answer wants to be asked again. */
  public static int retryAfter(Exception failure) {
    if (failure instanceof WebApplicationException answered) {
      String said = answered.getResponse().getHeaderString("Retry-After");
      if (said != null && said.matches("[0-9]{1,6}")) {
        return Math.max(1, Math.min(LONGEST_RETRY_SECONDS, Integer.parseInt(said)));
      }
    }
    return RETRY_SECONDS;
  }

  /** The status of a refusal. */
  private record Refused(int status) {}

  private static HttpProblem contradicted(String service) {
    return CommonProblem.CONFLICT.because(
        service
            + "-service refuses it, as it contradicts what that holds, or is being done already."
            + " Read it again and try once more.");
  }

  /** Nobody who asks can mend it, and whoever runs the services reads of it once. */
  private HttpProblem notAdmitted(String service, Refused refused) {
    if (notAdmitting.add(service)) {
      LOG.errorf(
          "%s-service answers %d to this service: compare the keys, the issuer and the role of the"
              + " token with which services call each other. It is not logged again until it"
              + " answers.",
          service, refused.status());
    }
    return CommonProblem.NOT_ADMITTED
        .start()
        .withDetail(
            service
                + "-service does not accept the token that it was asked with. That is for whoever"
                + " runs the services to mend: their keys, or the issuer of their tokens, differ.")
        .withHeader("Retry-After", LONGEST_RETRY_SECONDS)
        .build();
  }

  /**
   * The idempotency key of a request to another service: the same for the same, and another one as
   * soon as anything in the body is another, which the service would refuse under the old key.
   *
   * @param purpose whose request it is, and of what its path names
   * @param body all that is sent
   */
  public static String key(String purpose, Record body) {
    return purpose + "-" + Long.toHexString(Fingerprint.of(body));
  }

  private static Object found(Supplier<?> question) {
    try {
      return question.get();
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      if (NONE.contains(status)) {
        return null;
      }
      if (REFUSALS.contains(status)) {
        return new Refused(status);
      }
      throw e;
    }
  }

  private Guard guard(String service) {
    return guards.computeIfAbsent(
        service,
        name ->
            Guard.create()
                .withDescription(name)
                .withCircuitBreaker()
                .requestVolumeThreshold(20)
                .failureRatio(0.75)
                .delay(5, ChronoUnit.SECONDS)
                .done()
                .build());
  }
}
