package io.familiarface.jobs.leavebehind;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.security.ServiceTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The certificates of a customer, as customers-service keeps them. */
@Path("/v1/certificates")
@RegisterRestClient(configKey = "customers")
@RegisterProvider(ServiceTokenFilter.class)
interface CertificatesApi {
  @GET
  JsonNode of(
      @QueryParam("customerId") UUID customerId,
      @QueryParam("state") String state,
      @QueryParam("limit") int limit);
}
