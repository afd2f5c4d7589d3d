package io.familiarface.feedback.jobs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.familiarface.rest.security.ServiceTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What is asked of jobs-service about visits when its feed has not told yet. */
@RegisterRestClient(configKey = "jobs")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/v1/visits")
interface VisitsApi {

  @GET
  Found byExternalId(@QueryParam("externalId") String externalId);

  @GET
  @Path("/{id}")
  Answer byId(@PathParam("id") UUID id);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Found(List<Answer> items) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(UUID id, String externalId, UUID customerId) {}
}
