package io.familiarface.feedback.voice;

import io.familiarface.feedback.technician.Technicians;
import io.familiarface.rest.Ref;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/technicians/{id}/voice")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
class VoiceResource {
  private final Technicians technicians;
  private final Voices voices;

  VoiceResource(Technicians technicians, Voices voices) {
    this.technicians = technicians;
    this.voices = voices;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.SERVICE})
  @Operation(
      operationId = "getVoiceOfCustomers",
      summary = "Read what the customers of a technician say",
      description =
          "The marks of the last two years, of visits and of steps of projects, beside what others"
              + " got who were sent in the same circumstances (expected, a stranger who was"
              + " announced, a stranger who was not, a step of a project), with an interval, and"
              + " shrunk by what chance explains. Who names neither a visit nor a project speaks of"
              + " the last visit, if that was within 30 days. jobs-service lays a technician's"
              + " training beside it.")
  public VoiceView get(@Parameter(example = "ext:T0002") @PathParam("id") Ref ref) {
    return voices.of(technicians.get(ref));
  }
}
