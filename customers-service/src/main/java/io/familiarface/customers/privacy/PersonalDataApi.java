package io.familiarface.customers.privacy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What another service says of a person. */
@RegisterRestClient(configKey = "jobs")
@Path("/v1/customers/{id}")
interface PersonalDataApi {

  /** All that it holds, as it comes. */
  @GET
  @Path("/export")
  @Produces("application/json")
  InputStream export(@PathParam("id") UUID customer);

  /** Whether it has forgotten them. */
  @GET
  @Path("/erasure")
  @Produces("application/json")
  Receipt erasure(@PathParam("id") UUID customer);

  /**
   * As much as is read.
   *
   * @param erasedAt null while it has not
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Receipt(Instant erasedAt) {}
}
