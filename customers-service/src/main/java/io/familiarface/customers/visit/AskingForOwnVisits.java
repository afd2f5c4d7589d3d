package io.familiarface.customers.visit;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.rest.Ref;
import io.familiarface.rest.neighbour.Neighbours;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Asks jobs-service, in the name of a technician, whether a customer is one of theirs whom our
 * copies of visits don't have as such: they are to be introduced there, which the feed does not
 * tell, or were sent just now.
 */
@ApplicationScoped
class AskingForOwnVisits {
  /** What is answered to the technician, and says nothing of how the services fare. */
  private static final Set<Integer> TO_THE_TECHNICIAN = Set.of(401, 403, 429);

  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 2000;

  private final Neighbours neighbours;
  private final HttpHeaders request;
  private final Config config;
  private final Map<URI, OwnVisitsApi> clients = new ConcurrentHashMap<>();

  AskingForOwnVisits(Neighbours neighbours, HttpHeaders request, Config config) {
    this.neighbours = neighbours;
    this.request = request;
    this.config = config;
  }

  /** False also while jobs-service can't be asked. */
  boolean concern(Ref customer) {
    String token = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    OwnVisitsApi jobs =
        clients.computeIfAbsent(
            config.getValue("familiar.url.jobs", URI.class), AskingForOwnVisits::client);
    try {
      return neighbours
          .ask(
              "jobs",
              CustomersProblem.JOBS_SERVICE_UNREACHABLE,
              () -> firstPage(jobs, customer, token))
          .filter(page -> !page.items().isEmpty())
          .isPresent();
    } catch (HttpProblem e) {
      return false;
    }
  }

  private static OwnVisitsApi.OwnVisits firstPage(OwnVisitsApi jobs, Ref customer, String token) {
    try {
      return jobs.of(customer.toString(), 1, token);
    } catch (WebApplicationException e) {
      if (TO_THE_TECHNICIAN.contains(e.getResponse().getStatus())) {
        return new OwnVisitsApi.OwnVisits(List.of());
      }
      throw e;
    }
  }

  private static OwnVisitsApi client(URI jobs) {
    return RestClientBuilder.newBuilder()
        .baseUri(jobs)
        .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
        .readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS)
        .build(OwnVisitsApi.class);
  }
}
