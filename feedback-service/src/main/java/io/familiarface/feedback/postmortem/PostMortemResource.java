package io.familiarface.feedback.postmortem;

import io.familiarface.feedback.customer.CustomerCopy;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.feedback.plot.PlotPage;
import io.familiarface.feedback.words.Words;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/post-mortem")
@Tag(name = "Post-mortem", description = "Why a customer left, and what would have kept them.")
@RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
class PostMortemResource {
  private final Customers customers;
  private final ReadingPostMortem reading;
  private final AuditTrail audit;
  private final Words words;

  PostMortemResource(
      Customers customers, ReadingPostMortem reading, AuditTrail audit, Words words) {
    this.customers = customers;
    this.reading = reading;
    this.audit = audit;
    this.words = words;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(
      operationId = "getPostMortem",
      summary = "Read the whole story of a customer who left, and what would have helped",
      description =
          "Promises, visits, who came, words, cases, the risk over time, flags and what was done"
              + " about them; and, by the engine, what would have been had a visit, a promise or a"
              + " complaint gone otherwise. Accept: text/html answers a page that prints. Of a"
              + " customer who has not left, the story so far.")
  @APIResponseSchema(
      value = PostMortemView.class,
      responseCode = "200",
      responseDescription = "The story")
  @APIResponse(responseCode = "503", description = "Another service that must be asked is away")
  public Response get(
      @Parameter(example = "ext:C0001") @PathParam("id") Ref ref, @Context HttpHeaders headers) {
    CustomerCopy customer = customers.require(ref);
    PostMortemView view = reading.of(customer);
    audit.read(customer.id(), "post-mortem");
    return PlotPage.isAskedFor(headers)
        ? PostMortemPage.of(view, words.zone()).response()
        : Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
