package io.familiarface.rest.neighbour;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.familiarface.rest.logging.WithoutWords;
import io.familiarface.rest.problem.ProblemType;
import io.familiarface.rest.security.ServiceCredentials;
import io.familiarface.rest.security.ServiceTokenFilter;
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

  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 2000;

  private final ObjectReader reader;
  private final ServiceCredentials credentials;
  private final Config config;
  private final Map<String, Guard> guards = new ConcurrentHashMap<>();

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
   * @return empty when the service answers that there is no such thing
   * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code unavailable}, when there is no
   *     connection, no answer in time, or no token to ask with: to the caller it is all the same
   */
  public <T> Optional<T> ask(String service, ProblemType unavailable, Supplier<T> question) {
    try {
      return Optional.ofNullable(guard(service).call(() -> found(question), Object.class))
          .map(NeighbourLookup::unchecked);
    } catch (Exception e) {
      LOG.warnf("%s-service can't be asked: %s", service, WithoutWords.kind(e));
      throw unavailable
          .start()
          .withDetail(
              "We have not heard of it yet, and "
                  + service
                  + "-service can't be asked now. Try again in a minute.")
          .withHeader("Retry-After", 2)
          .build();
    }
  }

  private static <T> T found(Supplier<T> question) {
    try {
      return question.get();
    } catch (WebApplicationException e) {
      if (NONE.contains(e.getResponse().getStatus())) {
        return null;
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
