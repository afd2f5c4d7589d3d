package io.familiarface.feedback.feedback;

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

@Path("/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "What customers say.")
class FeedbackResource {
  private static final String EXAMPLE =
      """
      {"customerExternalId":"C0001","kind":"CONCERN","csat":2,
       "text":"I never know who will be at my door."}\
      """;

  private final FeedbackRepository repository;
  private final GivingFeedback giving;
  private final Customers customers;

  FeedbackResource(FeedbackRepository repository, GivingFeedback giving, Customers customers) {
    this.repository = repository;
    this.giving = giving;
    this.customers = customers;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(operationId = "listFeedback", summary = "List what customers said, newest first")
  @APIResponse(responseCode = "200", description = "A page of feedback")
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public Page<FeedbackView> list(
      @Parameter(
              description = "The id of a customer, or ext: and an external id.",
              example = "ext:C0003")
          @QueryParam("customerId")
          Ref customer,
      @Valid @BeanParam FeedbackFilter filter,
      @BeanParam PageRequest page) {
    return Page.of(
        repository.page(filter, customers.idOf(customer), page),
        page,
        feedback -> Key.of(feedback.at(), feedback.id()),
        Function.identity());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(operationId = "getFeedback", summary = "Read a piece of feedback")
  @APIResponseSchema(
      value = FeedbackView.class,
      responseCode = "200",
      responseDescription = "What was said")
  public Response get(@Parameter(example = "ext:F0003-1") @PathParam("id") Ref ref) {
    Feedback feedback =
        repository
            .find(ref)
            .orElseThrow(
                () ->
                    FeedbackProblem.NO_SUCH_FEEDBACK.because("There is no feedback " + ref + "."));
    return ETags.shown(FeedbackView.of(feedback), feedback.id, feedback.version);
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      operationId = "giveFeedback",
      summary = "Write down what a customer said",
      description =
          "What was said more than a day ago is for admin and manager."
              + " The risk is assessed with it at once, and a COMPLAINT is received as a case too,"
              + " of severity MEDIUM until it is assessed.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewFeedback.class),
              examples = @ExampleObject(name = "Dorothy is uneasy", value = EXAMPLE)))
  @APIResponseSchema(
      value = FeedbackView.class,
      responseCode = "201",
      responseDescription = "What was said")
  @APIResponse(responseCode = "409", description = "The external id is taken")
  @APIResponse(responseCode = "422", description = "There is no such customer or visit")
  @APIResponse(responseCode = "503", description = "Another service that must be asked is away")
  public Response give(@NotNull @Valid NewFeedback given) {
    Feedback feedback = giving.give(given);
    return ETags.created(
        URI.create("/v1/feedback/" + feedback.id),
        FeedbackView.of(feedback),
        feedback.id,
        feedback.version);
  }
}
