package io.familiarface.customers.photo;

import io.familiarface.customers.visit.VisibleCustomers;
import io.familiarface.photo.ReceivingPhoto;
import io.familiarface.rest.Ref;
import io.familiarface.rest.limit.BodyLimit;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

@Path("/v1/customers/{id}/photo")
@Tag(name = "Customers")
class PhotoResource {

  private final CustomerPhotos photos;
  private final ReceivingPhoto receiving;
  private final ChangingPhoto changing;
  private final VisibleCustomers visible;

  PhotoResource(
      CustomerPhotos photos,
      ReceivingPhoto receiving,
      ChangingPhoto changing,
      VisibleCustomers visible) {
    this.photos = photos;
    this.receiving = receiving;
    this.changing = changing;
    this.visible = visible;
  }

  @GET
  @Produces({"image/jpeg", "image/png"})
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.TECHNICIAN, Role.SERVICE})
  @Operation(
      summary = "Show a customer's photo",
      description = "A technician sees those of the customers whose cards they see.")
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
  public Response getPhoto(
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer,
      @QueryParam("size")
          @DefaultValue("FULL")
          @Parameter(description = "At most 1024 pixels long, or 160 as a THUMBNAIL.")
          PhotoSize size) {
    CustomerPhoto photo = photos.get(visible.requireVisible(customer));
    byte[] shown = size == PhotoSize.THUMBNAIL ? photo.thumbnail : photo.content;
    return Response.ok(shown, photo.mediaType).tag(new EntityTag(photo.tag)).build();
  }

  @PUT
  @Consumes({"image/jpeg", "image/png", "image/webp"})
  @BodyLimit(setting = ReceivingPhoto.MAX_SIZE)
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "Put up a customer's photo",
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
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer,
      @HeaderParam("If-Match")
          @Parameter(description = "The ETag of the photo that is replaced; none for the first.")
          String ifMatch,
      InputStream upload) {
    CustomerPhoto photo = changing.put(customer, ifMatch, receiving.receive(upload));
    return Response.noContent().tag(new EntityTag(photo.tag)).build();
  }

  @DELETE
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Take down a customer's photo")
  @APIResponse(responseCode = "204", description = "Taken down.")
  public Response deletePhoto(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @HeaderParam("If-Match") @Parameter(description = "The ETag of the photo.") String ifMatch) {
    changing.delete(customer, ifMatch);
    return Response.noContent().build();
  }
}
