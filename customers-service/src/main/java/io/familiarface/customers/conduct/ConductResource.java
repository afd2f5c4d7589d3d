package io.familiarface.customers.conduct;

import io.familiarface.customers.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/conduct")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Conduct",
    description =
        "Incidents, limits stated, calls ended, warnings, and what was tried to keep a customer."
            + " An entry is never changed.")
class ConductResource {
  private final Customers customers;
  private final Conduct conduct;
  private final RecordingConduct recording;

  ConductResource(Customers customers, Conduct conduct, RecordingConduct recording) {
    this.customers = customers;
    this.conduct = conduct;
    this.recording = recording;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Transactional
  @Operation(
      summary = "List what happened with a customer, and what we did about it",
      description = "Newest first.")
  public Page<ConductView> listConduct(
      @PathParam("id") @Parameter(example = "ext:C0008") Ref customer,
      @BeanParam PageRequest page) {
    return conduct.page(customers.idOf(customer), page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "Write down an incident, a limit, a warning or an attempt",
      description = "It stays as it was written.")
  @APIResponseSchema(
      value = ConductView.class,
      responseCode = "201",
      responseDescription = "Written down.")
  @APIResponse(responseCode = "409", description = "external-id-taken")
  public Response recordConduct(
      @PathParam("id") @Parameter(example = "ext:C0008") Ref customer,
      @NotNull @Valid NewConductEntry details) {
    ConductEntry entry = recording.record(customer, details);
    URI location = URI.create("/v1/customers/" + entry.customerId + "/conduct/" + entry.id);
    return ETags.created(location, ConductView.of(entry), entry.id, entry.version);
  }

  @GET
  @Path("/{entryId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Transactional
  @Operation(summary = "Read an entry")
  @APIResponseSchema(
      value = ConductView.class,
      responseCode = "200",
      responseDescription = "The entry; ETag names the version.")
  public Response getConduct(
      @PathParam("id") @Parameter(example = "ext:C0008") Ref customer,
      @PathParam("entryId") @Parameter(example = "ext:CE0001") Ref ref) {
    ConductEntry entry = conduct.get(customers.idOf(customer), ref);
    return ETags.ok(ConductView.of(entry), entry.id, entry.version);
  }
}
