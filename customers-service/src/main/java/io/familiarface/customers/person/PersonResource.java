package io.familiarface.customers.person;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "Several people under one customer.")
class PersonResource {

  private static final String PATCH_EXAMPLE =
      """
      {"phone": "+1 802 555 0120"}""";

  private final Customers customers;
  private final People people;
  private final ChangingPeople changing;

  PersonResource(Customers customers, People people, ChangingPeople changing) {
    this.customers = customers;
    this.people = people;
    this.changing = changing;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(
      summary = "List the people of a customer",
      description = "In the order in which they were added.")
  public Page<PersonView> listPeople(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @BeanParam PageRequest page) {
    return people.page(customers.idOf(customer), page);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Add a person to a customer")
  @APIResponseSchema(value = PersonView.class, responseCode = "201", responseDescription = "Added.")
  @APIResponse(responseCode = "409", description = "external-id-taken, too-many")
  public Response addPerson(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @NotNull @Valid NewPerson details) {
    Person person = changing.add(customer, details);
    URI location = URI.create("/v1/customers/" + person.customerId + "/people/" + person.id);
    return ETags.created(location, PersonView.of(person), person.id, person.version);
  }

  @GET
  @Path("/{personId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Transactional
  @Operation(summary = "Read a person")
  @APIResponseSchema(
      value = PersonView.class,
      responseCode = "200",
      responseDescription = "The person; ETag names the version.")
  public Response getPerson(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @PathParam("personId") @Parameter(example = "ext:PE0001") Ref ref) {
    Person person = people.get(customers.idOf(customer), ref);
    return ETags.ok(PersonView.of(person), person.id, person.version);
  }

  @PATCH
  @Path("/{personId}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Change a person", description = "A JSON Merge Patch.")
  @RequestBody(
      content =
          @Content(schema = @Schema(implementation = NewPerson.class), example = PATCH_EXAMPLE))
  @APIResponseSchema(
      value = PersonView.class,
      responseCode = "200",
      responseDescription = "The person as they are now.")
  public Response changePerson(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @PathParam("personId") @Parameter(example = "ext:PE0003") Ref ref,
      @HeaderParam("If-Match") @Parameter(example = "\"0\"") String ifMatch,
      @NotNull JsonNode patch) {
    Person person = changing.change(customer, ref, ifMatch, patch);
    return ETags.ok(PersonView.of(person), person.id, person.version);
  }

  @DELETE
  @Path("/{personId}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Strike out a person", description = "The audit trail keeps who it was.")
  @APIResponse(responseCode = "204", description = "Struck out.")
  public Response deletePerson(
      @PathParam("id") @Parameter(example = "ext:C0003") Ref customer,
      @PathParam("personId") @Parameter(example = "ext:PE0004") Ref ref,
      @HeaderParam("If-Match") @Parameter(example = "\"0\"") String ifMatch) {
    changing.remove(customer, ref, ifMatch);
    return Response.noContent().build();
  }
}
