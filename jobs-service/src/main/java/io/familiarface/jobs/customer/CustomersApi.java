package io.familiarface.jobs.customer;

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

/** The two questions we ask customers-service while somebody waits. */
@Path("/v1/customers")
@RegisterRestClient(configKey = "customers")
@RegisterProvider(ServiceTokenFilter.class)
interface CustomersApi {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Found(UUID id, String externalId) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record FoundPage(List<Found> items) {}

  @GET
  FoundPage byExternalId(@QueryParam("externalId") String externalId);

  @GET
  @Path("/{id}")
  Found byId(@PathParam("id") UUID id);
}
