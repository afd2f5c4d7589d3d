package io.familiarface.customers.technician;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Finds the technician that somebody names: in our copy, or by asking jobs-service when the copy
 * has not heard of them yet.
 */
@ApplicationScoped
public class TechnicianLookup {

  private static final Logger LOG = Logger.getLogger(TechnicianLookup.class);

  private final TechnicianCopies technicians;
  private final JobsClient jobs;

  TechnicianLookup(TechnicianCopies technicians, @RestClient JobsClient jobs) {
    this.technicians = technicians;
    this.jobs = jobs;
  }

  /**
   * The technician named by one of the two, or empty when neither is given.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when both are given, 422 when there is
   *     no such technician, 503 when that can't be found out now
   */
  public Optional<Technician> named(UUID id, String externalId) {
    if (id != null && externalId != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/technicianExternalId", "Give technicianId or technicianExternalId, not both.");
    }
    if (id != null) {
      return Optional.of(byId(id));
    }
    return Optional.ofNullable(externalId).map(this::byExternalId);
  }

  private Technician byId(UUID id) {
    return technicians
        .find(id)
        .or(() -> ask(() -> Optional.of(jobs.byId(id.toString()))))
        .orElseThrow(() -> unknown("/technicianId", id.toString()));
  }

  private Technician byExternalId(String externalId) {
    return technicians
        .find(externalId)
        .or(() -> ask(() -> jobs.withExternalId(externalId).items().stream().findFirst()))
        .orElseThrow(() -> unknown("/technicianExternalId", externalId));
  }

  private static Optional<Technician> ask(Supplier<Optional<Technician>> question) {
    try {
      return question.get();
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() == 404) {
        return Optional.empty();
      }
      throw unreachable(e);
    } catch (RuntimeException e) {
      throw unreachable(e);
    }
  }

  private static RuntimeException unknown(String pointer, String key) {
    return CustomersProblem.UNKNOWN_TECHNICIAN.at(
        pointer, "There is no technician '" + key + "'. Add them in jobs-service first.");
  }

  /** No connection, no answer in time, no token to ask with: to the caller it is all the same. */
  private static RuntimeException unreachable(RuntimeException why) {
    LOG.warnf("jobs-service could not be asked about a technician: %s", why);
    return CustomersProblem.JOBS_SERVICE_UNREACHABLE.because(
        "We have not heard of this technician, and jobs-service cannot be asked now. Try again"
            + " in a minute.");
  }
}
