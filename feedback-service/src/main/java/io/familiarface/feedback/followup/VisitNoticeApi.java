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

/** jobs-service, where what the customer was told of a visit is recorded. */
@RegisterRestClient(configKey = "jobs")
@Path("/v1/visits/{id}/told")
interface VisitNoticeApi {

  @POST
  @Consumes("application/json")
  void record(
      @PathParam("id") UUID visit,
      @HeaderParam("Authorization") String authorization,
      @HeaderParam("Idempotency-Key") String key,
      VisitNotice notice);

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VisitNotice(Instant toldAt, Instant introducedAt) {}
}
