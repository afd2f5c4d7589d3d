package io.familiarface.feedback.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.security.ServiceTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The accounting documents of jobs-service. */
@Path("/v1/accounting/documents")
@RegisterRestClient(configKey = "jobs")
@RegisterProvider(ServiceTokenFilter.class)
interface InvoicesApi {
  @GET
  @Path("/{number}")
  JsonNode document(@PathParam("number") String number);
}
