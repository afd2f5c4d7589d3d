package io.familiarface.jobs.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.security.ServiceTokenFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What customers say of a technician, as feedback-service heard it. */
@Path("/v1/technicians/{id}/voice")
@RegisterRestClient(configKey = "feedback")
@RegisterProvider(ServiceTokenFilter.class)
interface VoiceApi {
  @GET
  JsonNode voice(@PathParam("id") UUID technicianId);
}
