package io.familiarface.customers.privacy;

import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Privacy")
class ErasureResource {
  private final Erasures erasures;
  private final ErasingCustomer erasing;

  ErasureResource(Erasures erasures, ErasingCustomer erasing) {
    this.erasures = erasures;
    this.erasing = erasing;
  }

  @GET
  @Operation(
      summary = "List the erasures",
      description = "Newest first, as far as each was when it was last read by itself.")
  public Page<ErasureView> listErasures(
      @BeanParam ErasureFilter filter, @BeanParam PageRequest page) {
    return erasures.page(filter, page);
  }

  @GET
  @Path("/{erasureId}")
  @Operation(
      summary = "Read how far an erasure is",
      description =
          "Asks the services that have not said yet that it is done; one that is away is PENDING.")
  public ErasureView getErasure(
      @PathParam("erasureId") @Parameter(example = "ext:E0001") Ref erasure) {
    return erasing.progress(erasure);
  }
}
