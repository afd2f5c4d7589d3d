package io.familiarface.customers.conduct;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** jobs-service, which owns the agreements. */
@RegisterRestClient(configKey = "jobs")
@Path("/v1/agreements")
interface AgreementsApi {

  @GET
  Agreements running(
      @QueryParam("customerId") UUID customerId,
      @QueryParam("state") String state,
      @QueryParam("limit") int limit,
      @HeaderParam("Authorization") String authorization);

  @POST
  @Path("/{id}/cancellation")
  @Consumes("application/json")
  void cancel(
      @PathParam("id") UUID agreement,
      @HeaderParam("Authorization") String authorization,
      @HeaderParam("Idempotency-Key") String key,
      Cancellation cancellation);

  /** A page of them. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Agreements(List<Agreement> items) {}

  /** As much of one as is read. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Agreement(UUID id) {}

  /** Why one ends. */
  record Cancellation(String reason, String words) {}
}
