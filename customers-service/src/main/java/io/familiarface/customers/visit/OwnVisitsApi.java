package io.familiarface.customers.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** jobs-service, which shows a technician the visits that concern them and no others. */
@RegisterRestClient(configKey = "jobs")
@Path("/v1/visits")
interface OwnVisitsApi {

  /**
   * @param customerId an id, or ext: and an external id
   */
  @GET
  OwnVisits of(
      @QueryParam("customerId") String customerId,
      @QueryParam("limit") int limit,
      @HeaderParam("Authorization") String authorization);

  /** A page of them. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record OwnVisits(List<OwnVisit> items) {}

  /** As much of one as is read. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record OwnVisit(UUID id) {}
}
