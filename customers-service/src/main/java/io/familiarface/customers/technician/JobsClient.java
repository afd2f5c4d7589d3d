package io.familiarface.customers.technician;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.familiarface.rest.security.ServiceTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What we ask jobs-service about technicians whom our copy does not know yet. */
@RegisterRestClient(configKey = "jobs")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/v1/technicians")
interface JobsClient {

  @GET
  Found withExternalId(@QueryParam("externalId") String externalId);

  @GET
  @Path("/{id}")
  Technician byId(@PathParam("id") String id);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Found(List<Technician> items) {}
}
