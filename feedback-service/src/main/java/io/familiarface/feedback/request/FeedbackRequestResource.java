package io.familiarface.feedback.request;

import io.familiarface.feedback.FeedbackProblem;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

@Path("/v1/feedback/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback")
class FeedbackRequestResource {
  private static final String EXAMPLE =
      """
      {"customerExternalId":"C0008"}\
      """;

  private final FeedbackRequests requests;
  private final AskingForFeedback asking;
  private final Customers customers;

  FeedbackRequestResource(
      FeedbackRequests requests, AskingForFeedback asking, Customers customers) {
    this.requests = requests;
    this.asking = asking;
    this.customers = customers;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      operationId = "listFeedbackRequests",
      summary = "List who was asked what they think, newest first",
      description = "And whether they have answered: any later feedback is an answer.")
  @APIResponse(responseCode = "200", description = "A page of requests")
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public Page<FeedbackRequestView> list(
      @Parameter(
              description = "The id of a customer, or ext: and an external id.",
              example = "ext:C0003")
          @QueryParam("customerId")
          Ref customer,
      @Parameter(description = "Only those that were answered, or only those that were not.")
          @QueryParam("answered")
          Boolean answered,
      @BeanParam PageRequest page) {
    return Page.of(
        requests.page(customers.idOf(customer), answered, page),
        page,
        request -> Key.of(request.at(), request.id()),
        Function.identity());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(operationId = "getFeedbackRequest", summary = "Read a request for feedback")
  @APIResponseSchema(
      value = FeedbackRequestView.class,
      responseCode = "200",
      responseDescription = "The request")
  public Response get(@Parameter(example = "ext:ASK-1") @PathParam("id") Ref ref) {
    FeedbackRequestView request =
        requests
            .find(ref)
            .orElseThrow(
                () ->
                    FeedbackProblem.NO_SUCH_FEEDBACK_REQUEST.because(
                        "There is no request for feedback " + ref + "."));
    return ETags.ok(request, ETags.covering(request.id(), request.version(), request));
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Operation(
      operationId = "requestFeedback",
      summary = "Write down that a customer is asked what they think",
      description =
          "Nobody is asked twice within a time that is configured, and nobody whom the company has let"
              + " go. Three requests without an answer"
              + " are a silence, and part of the risk. A link for FEEDBACK that somebody makes is"
              + " such a request already: written down within a day of it, it is the same one.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewFeedbackRequest.class),
              examples = @ExampleObject(name = "Asked today", value = EXAMPLE)))
  @APIResponseSchema(
      value = FeedbackRequestView.class,
      responseCode = "201",
      responseDescription = "The request")
  @APIResponse(
      responseCode = "409",
      description =
          "The customer was asked lately, and possibleAt says when it is possible again; or the"
              + " company has let them go")
  @APIResponse(responseCode = "422", description = "There is no such customer or visit")
  @APIResponse(responseCode = "503", description = "Another service that must be asked is away")
  public Response ask(@NotNull @Valid NewFeedbackRequest asked) {
    FeedbackRequest request = asking.ask(asked);
    FeedbackRequestView view = FeedbackRequestView.of(request);
    return ETags.created(
        URI.create("/v1/feedback/requests/" + request.id),
        view,
        ETags.covering(request.id, request.version, view));
  }
}
