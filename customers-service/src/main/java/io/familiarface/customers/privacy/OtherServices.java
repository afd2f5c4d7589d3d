package io.familiarface.customers.privacy;

import io.familiarface.rest.logging.WithoutWords;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.ServiceCredentials;
import io.familiarface.rest.security.ServiceTokenFilter;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.logging.Logger;

/**
 * The two other services, asked for what they hold of a person. One that is away is not waited for.
 */
@ApplicationScoped
class OtherServices {
  static final List<String> NAMES = List.of("jobs", "feedback");

  private static final Logger LOG = Logger.getLogger(OtherServices.class);
  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 10_000;

  private final Neighbours neighbours;
  private final ServiceCredentials credentials;
  private final PrivacySettings settings;
  private final Config config;
  private final Map<URI, PersonalDataApi> clients = new ConcurrentHashMap<>();

  OtherServices(
      Neighbours neighbours,
      ServiceCredentials credentials,
      PrivacySettings settings,
      Config config) {
    this.neighbours = neighbours;
    this.credentials = credentials;
    this.settings = settings;
    this.config = config;
  }

  /** What came of asking a service for its export. */
  enum Answer {
    COMPLETE,
    NOTHING_HELD,
    NOT_ANSWERED
  }

  /**
   * Writes what a service holds of a person, as it answers it. Unless the answer is {@link
   * Answer#COMPLETE}, what was written is to be thrown away.
   */
  Answer copyExport(String service, UUID customer, OutputStream out) {
    try {
      Optional<InputStream> found =
          neighbours.ask(
              service, CommonProblem.UNAVAILABLE, () -> client(service).export(customer));
      if (found.isEmpty()) {
        return Answer.NOTHING_HELD;
      }
      try (InputStream in = found.get()) {
        copy(in, out);
      }
      return Answer.COMPLETE;
    } catch (IOException | RuntimeException e) {
      LOG.warnf(
          "%s-service did not say what it holds of a person: %s", service, WithoutWords.kind(e));
      return Answer.NOT_ANSWERED;
    }
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = settings.mostBytesOfAService();
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      left -= read;
      if (left < 0) {
        throw new IOException("more than an export may have");
      }
      out.write(buffer, 0, read);
    }
  }

  /** When a service has erased a person; empty while it has not, or while it is away. */
  Optional<Instant> erasedAt(String service, UUID customer) {
    try {
      return neighbours
          .ask(service, CommonProblem.UNAVAILABLE, () -> client(service).erasure(customer))
          .map(PersonalDataApi.Receipt::erasedAt);
    } catch (HttpProblem e) {
      return Optional.empty();
    }
  }

  private PersonalDataApi client(String service) {
    return clients.computeIfAbsent(
        config.getValue("familiar.url." + service, URI.class), this::client);
  }

  private PersonalDataApi client(URI service) {
    return RestClientBuilder.newBuilder()
        .baseUri(service)
        .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
        .readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS)
        .register(new ServiceTokenFilter(credentials))
        .build(PersonalDataApi.class);
  }
}
