package io.familiarface.jobs.training;

import static io.familiarface.rest.security.Role.ADMIN;
import static io.familiarface.rest.security.Role.MANAGER;

import io.familiarface.rest.Ref;
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
@Tag(name = "Technicians")
class VoiceResource {
  private final HearingCustomers hearing;

  VoiceResource(HearingCustomers hearing) {
    this.hearing = hearing;
  }

  @GET
  @RolesAllowed({ADMIN, MANAGER})
  @Operation(
      summary = "See a technician's training beside what their customers say",
      description =
          "The marks are set against what others got who were sent in the same circumstances, with"
              + " an interval, and shrunk by what chance explains; for each training, what customers"
              + " said in the year before and in the year after. Without feedback-service there is"
              + " the training alone, and it says so.")
  public VoiceView getTechnicianVoice(@Parameter(example = "ext:T0002") @PathParam("id") Ref id) {
    return hearing.of(id);
  }
}
