package io.familiarface.customers.conduct;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.neighbour.OutsideTransaction;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Ends what a customer has agreed with us, in jobs-service, in the name of whoever lets them go.
 * Done again it changes nothing: what has ended is not listed any more, and the key of each request
 * says what it is about.
 */
@ApplicationScoped
class EndingAgreements {
  private static final int AT_A_TIME = 500;
  private static final String WORDS = "We let this customer go.";

  /** What is answered to whoever lets the customer go. */
  private static final Set<Integer> TO_THE_CALLER = Set.of(401, 403);

  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 5000;

  private final Neighbours neighbours;
  private final HttpHeaders request;
  private final Config config;
  private final Map<URI, AgreementsApi> clients = new ConcurrentHashMap<>();

  EndingAgreements(Neighbours neighbours, HttpHeaders request, Config config) {
    this.neighbours = neighbours;
    this.request = request;
    this.config = config;
  }

  /** What has ended, and what jobs-service would not end. */
  record Outcome(List<UUID> ended, List<UUID> refused) {}

  /**
   * Asked once in a request, outside of its transaction.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when jobs-service does not answer, 403
   *     when it does not let whoever asks
   */
  Outcome endAll(UUID lettingGo, UUID customerId) {
    return OutsideTransaction.ask(
        List.of("agreements", lettingGo), () -> end(lettingGo, customerId));
  }

  private Outcome end(UUID lettingGo, UUID customerId) {
    String token = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    List<UUID> ended = new ArrayList<>();
    List<UUID> refused = new ArrayList<>();
    AgreementsApi jobs = clients.computeIfAbsent(address(), EndingAgreements::client);
    for (UUID agreement : running(jobs, customerId, token)) {
      (isEnded(jobs, agreement, lettingGo, token) ? ended : refused).add(agreement);
    }
    return new Outcome(ended, refused);
  }

  private URI address() {
    return config.getValue("familiar.url.jobs", URI.class);
  }

  private static AgreementsApi client(URI jobs) {
    return RestClientBuilder.newBuilder()
        .baseUri(jobs)
        .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
        .readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS)
        .build(AgreementsApi.class);
  }

  private List<UUID> running(AgreementsApi jobs, UUID customerId, String token) {
    return ask(() -> jobs.running(customerId, "ACTIVE", AT_A_TIME, token))
        .map(page -> page.items().stream().map(AgreementsApi.Agreement::id).toList())
        .orElse(List.of());
  }

  private boolean isEnded(AgreementsApi jobs, UUID agreement, UUID lettingGo, String token) {
    return ask(() -> cancel(jobs, agreement, lettingGo, token)).isPresent();
  }

  /**
   * Whom jobs-service does not let do it is refused: it is their token, and not that of this
   * service.
   */
  private <T> Optional<T> ask(Supplier<T> question) {
    return neighbours
        .ask(
            "jobs",
            CustomersProblem.JOBS_SERVICE_UNREACHABLE,
            () -> Optional.ofNullable(unlessRefused(question)))
        .map(
            answer ->
                answer.orElseThrow(
                    () ->
                        CommonProblem.FORBIDDEN.because(
                            "jobs-service does not let you end agreements. Sign in anew, or have"
                                + " somebody approve it who may.")));
  }

  private static <T> T unlessRefused(Supplier<T> question) {
    try {
      return question.get();
    } catch (WebApplicationException e) {
      if (TO_THE_CALLER.contains(e.getResponse().getStatus())) {
        return null;
      }
      throw e;
    }
  }

  /** That somebody else has cancelled it meanwhile is all we want. */
  private static Boolean cancel(AgreementsApi jobs, UUID agreement, UUID lettingGo, String token) {
    var cancellation = new AgreementsApi.Cancellation("LET_GO", WORDS);
    String key = Neighbours.key("letting-go-" + lettingGo + "-" + agreement, cancellation);
    try {
      jobs.cancel(agreement, token, key, cancellation);
      return true;
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() == 409) {
        return true;
      }
      throw e;
    }
  }
}
