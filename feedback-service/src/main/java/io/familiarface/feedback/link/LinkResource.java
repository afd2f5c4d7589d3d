package io.familiarface.feedback.link;

import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.idempotency.Idempotent;
import io.familiarface.rest.limit.BodyLimit;
import io.familiarface.rest.limit.LimitedByAddress;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

@Path("/v1/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Links",
    description =
        "Customers' own pages, without a login: a link cannot be guessed, ends, can be revoked, and"
            + " shows one case or one form. The page is at the address that is told when the link is"
            + " made; it works without JavaScript and posts to itself.")
class LinkResource {
  private static final String HTML = "text/html;charset=UTF-8";
  private static final long LONGEST_FORM = 64 << 10;
  private static final String FEEDBACK =
      """
      {"customerExternalId":"C0001","purpose":"FEEDBACK"}\
      """;
  private static final String CASE =
      """
      {"customerExternalId":"C0036","purpose":"CASE","complaintExternalId":"KCASE-5"}\
      """;

  private final CustomerLinks links;
  private final CreatingLink creating;
  private final RevokingLink revoking;
  private final OpeningLink opening;
  private final Customers customers;

  LinkResource(
      CustomerLinks links,
      CreatingLink creating,
      RevokingLink revoking,
      OpeningLink opening,
      Customers customers) {
    this.links = links;
    this.creating = creating;
    this.revoking = revoking;
    this.opening = opening;
    this.customers = customers;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(operationId = "listLinks", summary = "List links that were made, newest first")
  @APIResponse(responseCode = "200", description = "A page of links, without their addresses")
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public Page<LinkView> list(
      @Parameter(
              description = "The id of a customer, or ext: and an external id.",
              example = "ext:C0003")
          @QueryParam("customerId")
          Ref customer,
      @Parameter(description = "Only those for this.") @QueryParam("purpose") LinkPurpose purpose,
      @BeanParam PageRequest page) {
    return Page.of(
        links.page(customers.idOf(customer), purpose, page),
        page,
        link -> Key.of(link.createdAt(), link.id()),
        Function.identity());
  }

  @POST
  @Idempotent
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.SERVICE})
  @Operation(
      operationId = "createLink",
      summary = "Make a link for a customer",
      description =
          "FEEDBACK leads to a form: one tap for satisfaction, for whether they would recommend us or"
              + " for how hard it was, a few words, “please call me”. CASE"
              + " leads to where their case stands, and lets them answer. The address is told this"
              + " once; what is kept does not lead there. A FEEDBACK link asks the customer, and"
              + " counts as a request, unless they were asked lately or want to tell us by"
              + " themselves; it asks nobody whom the company has let go.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewLink.class),
              examples = {
                @ExampleObject(name = "To say how satisfied they are", value = FEEDBACK),
                @ExampleObject(name = "To see where their case stands", value = CASE)
              }))
  @APIResponseSchema(
      value = CreatedLink.class,
      responseCode = "201",
      responseDescription = "The link, with its address")
  @APIResponse(
      responseCode = "409",
      description =
          "The external id is taken; or it is to ask, and the customer was asked lately, possibleAt"
              + " says when it is possible again, or the company has let them go")
  @APIResponse(responseCode = "422", description = "There is no such customer, complaint or visit")
  @APIResponse(responseCode = "503", description = "Another service that must be asked is away")
  public Response create(@NotNull @Valid NewLink wanted) {
    CreatingLink.Created created = creating.create(wanted);
    CreatedLink link = created.link();
    return ETags.created(URI.create(link.url()), link, link.link().id(), created.version());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR})
  @Operation(
      operationId = "revokeLink",
      summary = "Put an end to a link",
      description =
          "From then on it leads nowhere. Doing so again changes nothing, so that no If-Match is"
              + " asked for.")
  @APIResponse(responseCode = "204", description = "It leads nowhere any more")
  @APIResponse(responseCode = "404", description = "There is no such link")
  public Response revoke(
      @Parameter(
              description = "The id of a link, or ext: and its external id.",
              example = "ext:LINK-1")
          @PathParam("id")
          Ref ref) {
    revoking.revoke(ref);
    return Response.noContent().build();
  }

  /** Not in the document: it is a page for a customer, and shares its form of path with DELETE. */
  @GET
  @Path("/{token}")
  @PermitAll
  @LimitedByAddress
  @Produces(HTML)
  @Operation(hidden = true)
  public Response open(@PathParam("token") String token) {
    return answer(opening.open(token));
  }

  @POST
  @Path("/{token}")
  @Idempotent
  @PermitAll
  @LimitedByAddress
  @BodyLimit(bytes = LONGEST_FORM)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(HTML)
  @Operation(hidden = true)
  public Response say(@PathParam("token") String token, String form) {
    return answer(opening.say(token, form == null ? "" : form));
  }

  private static Response answer(OwnPage page) {
    return Response.status(page.status())
        .type(HTML)
        .entity(page.html())
        .header("X-Robots-Tag", "noindex, nofollow")
        // The form of a page without any referrer is sent as from an origin that nobody knows.
        .header("Referrer-Policy", "same-origin")
        .build();
  }
}
