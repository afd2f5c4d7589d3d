package io.familiarface.feedback.customer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.familiarface.rest.security.ServiceTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What is asked of customers-service when its feed has not told yet. */
@RegisterRestClient(configKey = "customers")
@RegisterProvider(ServiceTokenFilter.class)
@Path("/v1/customers")
interface CustomersApi {

  @GET
  Found byExternalId(@QueryParam("externalId") String externalId);

  @GET
  @Path("/{id}")
  Answer byId(@PathParam("id") UUID id);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Found(List<Answer> items) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(
      UUID id,
      String externalId,
      String name,
      String preferredName,
      String branch,
      String status,
      Instant createdAt) {

    CustomerCopy toCopy() {
      return new CustomerCopy(
          id,
          externalId,
          name,
          preferredName,
          branch,
          status == null ? "ACTIVE" : status,
          createdAt,
          CustomerCopy.ASKED_FOR);
    }
  }
}
