package io.familiarface.jobs.leavebehind;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.security.ServiceTokenFilter;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Makes a customer's own page in feedback-service. */
@Path("/v1/links")
@RegisterRestClient(configKey = "feedback")
@RegisterProvider(ServiceTokenFilter.class)
interface LinksApi {
  /**
   * @param asks whether the customer is asked for feedback by it
   */
  record Wanted(UUID customerId, String purpose, UUID visitId, boolean asks) {}

  /**
   * @param key with the same key it is the same link for a day, however often the page is printed
   */
  @POST
  JsonNode make(@HeaderParam("Idempotency-Key") String key, Wanted wanted);
}
