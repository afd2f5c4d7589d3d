package io.familiarface.jobs.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.security.ServiceTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Who is likely to leave, most likely first, as feedback-service says. */
@Path("/v1/risks")
@RegisterRestClient(configKey = "feedback")
@RegisterProvider(ServiceTokenFilter.class)
interface RisksApi {
  @GET
  JsonNode risks(
      @QueryParam("flagged") Boolean flagged,
      @QueryParam("limit") int limit,
      @QueryParam("cursor") String cursor);
}
