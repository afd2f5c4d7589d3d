package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Complaints", description = "What customers complain of.")
class ComplaintResource {
  private static final String EXAMPLE =
      """
      {"customerExternalId":"C0001","severity":"MEDIUM","cause":"TECHNICIAN",
       "words":"You promised me that Bill would come."}\
      """;

  private final Complaints complaints;
  private final CaseSteps steps;
  private final CaseAnswers answers;
  private final ReceivingComplaint receiving;
  private final ChangingComplaint changing;
  private final Customers customers;

  ComplaintResource(
      Complaints complaints,
      CaseSteps steps,
      CaseAnswers answers,
      ReceivingComplaint receiving,
      ChangingComplaint changing,
      Customers customers) {
    this.complaints = complaints;
    this.steps = steps;
    this.answers = answers;
    this.receiving = receiving;
    this.changing = changing;
    this.customers = customers;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(operationId = "listComplaints", summary = "List complaints, newest first")
  @APIResponse(responseCode = "200", description = "A page of complaints")
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public Page<ListedComplaint> list(
      @Parameter(
              description = "The id of a customer, or ext: and an external id.",
              example = "ext:C0003")
          @QueryParam("customerId")
          Ref customer,
      @Valid @BeanParam ComplaintFilter filter,
      @BeanParam PageRequest page) {
    return Page.of(
        complaints.page(filter, customers.idOf(customer), page),
        page,
        complaint -> key(complaint.complaint(), filter),
        Function.identity());
  }

  private static Key key(ComplaintView complaint, ComplaintFilter filter) {
    return Key.of(
        filter.byDue() ? complaint.next().dueAt() : complaint.course().receivedAt(),
        complaint.id());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      operationId = "getComplaint",
      summary = "Read a complaint, with what was done to mend it and what is next")
  @APIResponseSchema(
      value = CaseView.class,
      responseCode = "200",
      responseDescription = "The complaint and the steps of its case")
  public Response get(@Parameter(example = "ext:K0003-1") @PathParam("id") Ref ref) {
    Complaint complaint =
        complaints.find(ref).orElseThrow(() -> ChangingComplaint.noSuchComplaint(ref));
    return ETags.shown(
        new CaseView(
            ComplaintView.of(complaint),
            customers.byId(complaint.customerId).map(CustomerCopy::calledName).orElse(null),
            steps.of(complaint.id),
            answers.of(complaint.id)),
        complaint.id,
        complaint.version);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      operationId = "receiveComplaint",
      summary = "Receive a complaint",
      description =
          "One of more than a day ago is for admin and manager."
              + " The risk is assessed with it at once.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewComplaint.class),
              examples = @ExampleObject(name = "Dorothy complains", value = EXAMPLE)))
  @APIResponseSchema(
      value = ComplaintView.class,
      responseCode = "201",
      responseDescription = "The complaint")
  @APIResponse(responseCode = "409", description = "The external id is taken")
  @APIResponse(responseCode = "422", description = "There is no such customer or visit")
  @APIResponse(responseCode = "503", description = "Another service that must be asked is away")
  public Response receive(@NotNull @Valid NewComplaint received) {
    Complaint complaint = receiving.receive(received);
    return ETags.created(
        URI.create("/v1/complaints/" + complaint.id),
        ComplaintView.of(complaint),
        complaint.id,
        complaint.version);
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      operationId = "changeComplaint",
      summary = "Correct a complaint, or give it to somebody else",
      description =
          "How far it has come is changed by the steps of its case alone."
              + " A JSON Merge Patch, with the ETag of the complaint in If-Match.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/merge-patch+json",
              schema = @Schema(implementation = ComplaintPatch.class),
              examples =
                  @ExampleObject(
                      name = "Pat sees to it",
                      value =
                          """
                          {"owner":"Pat","severity":"HIGH"}\
                          """)))
  @APIResponseSchema(
      value = ComplaintView.class,
      responseCode = "200",
      responseDescription = "The complaint")
  @APIResponse(responseCode = "400", description = "The patch is not valid")
  public Response change(
      @Parameter(example = "ext:K0003-1") @PathParam("id") Ref ref,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull JsonNode patch) {
    Complaint complaint = changing.change(ref, ifMatch, patch);
    return ETags.ok(ComplaintView.of(complaint), complaint.id, complaint.version);
  }
}
