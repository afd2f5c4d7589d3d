package io.familiarface.customers.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.customers.search.SearchField;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "The people and businesses we work for.")
class CustomerResource {

  private static final String PATCH_EXAMPLE =
      """
      {"phone": "+1 413 555 0118"}""";

  private final CustomerLists lists;
  private final AddingCustomer adding;
  private final ChangingCustomer changing;
  private final SimilarCustomers similar;
  private final Caller caller;

  CustomerResource(
      CustomerLists lists,
      AddingCustomer adding,
      ChangingCustomer changing,
      SimilarCustomers similar,
      Caller caller) {
    this.lists = lists;
    this.adding = adding;
    this.changing = changing;
    this.similar = similar;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.ACCOUNTING, Role.SERVICE})
  @Transactional
  @Operation(summary = "List customers", description = "Accounting sees names and addresses only.")
  public Page<ListedCustomer> listCustomers(
      @BeanParam CustomerFilter filter, @BeanParam PageRequest page) {
    Page<ListedCustomer> found =
        filter
            .typed()
            .map(typed -> lists.found(typed, filter, page, searchedByCaller()))
            .orElseGet(() -> lists.list(filter, page));
    return new Page<>(
        found.items().stream().map(this::asSeenByCaller).toList(), found.nextCursor());
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(summary = "Add a customer")
  @APIResponseSchema(
      value = AddedCustomer.class,
      responseCode = "201",
      responseDescription =
          "Added; Location names the customer. similar says who may be the same one.")
  @APIResponse(responseCode = "409", description = "external-id-taken")
  public Response addCustomer(@NotNull @Valid NewCustomer details) {
    Customer customer = adding.add(details);
    URI location = URI.create("/v1/customers/" + customer.id);
    CustomerView view = CustomerView.of(customer);
    var added = new AddedCustomer(view, similar.to(view));
    return ETags.created(location, added, customer.id, customer.version);
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      summary = "Change a customer",
      description = "A JSON Merge Patch of the fields that can be written; null clears one.")
  @RequestBody(
      content =
          @Content(schema = @Schema(implementation = NewCustomer.class), example = PATCH_EXAMPLE))
  @APIResponseSchema(
      value = CustomerView.class,
      responseCode = "200",
      responseDescription = "The customer as it is now.")
  @APIResponse(responseCode = "409", description = "external-id-taken")
  public Response changeCustomer(
      @PathParam("id") @Parameter(example = "ext:C0006") Ref ref,
      @HeaderParam("If-Match") @Parameter(example = "\"0\"") String ifMatch,
      @NotNull JsonNode patch) {
    Customer customer = changing.change(ref, ifMatch, patch);
    return ETags.ok(CustomerView.of(customer), customer.id, customer.version);
  }

  private ListedCustomer asSeenByCaller(ListedCustomer listed) {
    return new ListedCustomer(listed.customer().asSeenBy(caller), listed.match());
  }

  /** Nobody learns by searching what is not shown. */
  private Set<SearchField> searchedByCaller() {
    return CustomerView.isForAccountingOnly(caller)
        ? EnumSet.of(SearchField.NAME, SearchField.ADDRESS)
        : EnumSet.allOf(SearchField.class);
  }
}
