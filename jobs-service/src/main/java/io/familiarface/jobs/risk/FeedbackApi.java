package io.familiarface.jobs.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.security.ServiceTokenFilter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What we ask feedback-service while somebody plans. */
@Path("/v1")
@RegisterRestClient(configKey = "feedback")
@RegisterProvider(ServiceTokenFilter.class)
interface FeedbackApi {

  /**
   * @param asOf for a visit in the past: with what had happened until then
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Question(List<HypotheticalVisit> visits, Instant asOf) {}

  @POST
  @Path("/customers/{id}/risk/what-if")
  JsonNode whatIf(@PathParam("id") UUID customerId, Question question);

  /** Ways to serve customers, each by itself; at most 200. */
  record Questions(List<OfCustomer> questions) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfCustomer(UUID customerId, List<HypotheticalVisit> visits) {}

  @POST
  @Path("/risks/what-if")
  JsonNode whatIfs(Questions questions);
}
