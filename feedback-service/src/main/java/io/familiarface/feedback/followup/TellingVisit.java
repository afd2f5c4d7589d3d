package io.familiarface.feedback.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Tells jobs-service, in the name of whoever called, what the customer was told of a visit. */
@RegisterRestClient(configKey = "jobs")
@Path("/v1/visits/{id}/told")
interface TellingVisit {

  @POST
  @Consumes("application/json")
  void told(
      @PathParam("id") UUID visit,
      @HeaderParam("Authorization") String authorization,
      @HeaderParam("Idempotency-Key") String key,
      Told told);

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(Instant toldAt, Instant introducedAt) {}
}
