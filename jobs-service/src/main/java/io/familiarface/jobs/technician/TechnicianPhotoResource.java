package io.familiarface.jobs.technician;

import io.familiarface.photo.ReceivingPhoto;
import io.familiarface.rest.Ref;
import io.familiarface.rest.limit.BodyLimit;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/technicians/{id}/photo")
@Tag(name = "Technicians")
class TechnicianPhotoResource {

  private final Technicians technicians;
  private final TechnicianPhotos photos;
  private final ReceivingPhoto receiving;
  private final ChangingPhoto changing;

  TechnicianPhotoResource(
      Technicians technicians,
      TechnicianPhotos photos,
      ReceivingPhoto receiving,
      ChangingPhoto changing) {
    this.technicians = technicians;
    this.photos = photos;
    this.receiving = receiving;
    this.changing = changing;
  }

  @GET
  @Produces({"image/jpeg", "image/png"})
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "Show a technician's photo")
  @APIResponse(
      responseCode = "200",
      description = "The photo; ETag names it.",
      content = {
        @Content(
            mediaType = "image/jpeg",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "image/png",
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response getPhoto(@PathParam("id") @Parameter(example = "ext:T0001") Ref technician) {
    TechnicianPhoto photo = photos.get(technicians.get(technician));
    return Response.ok(photo.content, photo.mediaType).tag(new EntityTag(photo.tag)).build();
  }

  @PUT
  @Consumes({"image/jpeg", "image/png", "image/webp"})
  @BodyLimit(setting = ReceivingPhoto.MAX_SIZE)
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(
      summary = "Put up a technician's photo",
      description =
          "JPEG or PNG of at most 5 MiB and 50 million pixels, or WebP of at most 12 million. It"
              + " is turned upright, made at most 1024 pixels long, and stripped of place, time and"
              + " camera.")
  @RequestBody(
      content = {
        @Content(
            mediaType = "image/jpeg",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "image/png",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "image/webp",
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "204", description = "Put up; ETag names it.")
  @APIResponse(responseCode = "413", description = "photo-too-large, body-too-large")
  @APIResponse(responseCode = "415", description = "photo-kind-unsupported")
  @APIResponse(responseCode = "422", description = "photo-unreadable")
  public Response putPhoto(
      @PathParam("id") @Parameter(example = "ext:T0001") Ref technician,
      @HeaderParam("If-Match")
          @Parameter(description = "The ETag of the photo that is replaced; none for the first.")
          String ifMatch,
      InputStream upload) {
    TechnicianPhoto photo = changing.put(technician, ifMatch, receiving.receive(upload));
    return Response.noContent().tag(new EntityTag(photo.tag)).build();
  }

  @DELETE
  @RolesAllowed({Role.ADMIN, Role.MANAGER})
  @Operation(summary = "Take down a technician's photo")
  @APIResponse(responseCode = "204", description = "Taken down.")
  public Response deletePhoto(
      @PathParam("id") @Parameter(example = "ext:T0005") Ref technician,
      @HeaderParam("If-Match") @Parameter(description = "The ETag of the photo.") String ifMatch) {
    changing.delete(technician, ifMatch);
    return Response.noContent().build();
  }
}
