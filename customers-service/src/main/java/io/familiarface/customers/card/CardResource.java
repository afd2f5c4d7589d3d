package io.familiarface.customers.card;

import io.familiarface.rest.Ref;
import io.familiarface.rest.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers/{id}/card")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Card", description = "What anyone must know before contact, most important first.")
class CardResource {

  private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

  private final ReadingCard reading;
  private final CardPage page;

  CardResource(ReadingCard reading, CardPage page) {
    this.reading = reading;
    this.page = page;
  }

  @GET
  @RolesAllowed({Role.ADMIN, Role.MANAGER, Role.CSR, Role.TECHNICIAN, Role.SERVICE})
  @Operation(
      summary = "Read what anyone must know before contact",
      description =
          "Readable while the other services are down: freshness says how far each part can be"
              + " relied on. A technician sees the cards of the customers of own visits, and of"
              + " those at which they are introduced, from yesterday to a week ahead. Accept: text/html answers a page that prints.")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @APIResponseSchema(
      value = Card.class,
      responseCode = "200",
      responseDescription = "The card, most important first.")
  public Response getCard(
      @PathParam("id") @Parameter(example = "ext:C0001") Ref customer, @Context Request request) {
    Card card = reading.of(customer);
    Variant wanted =
        request.selectVariant(
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE).build());
    return wanted != null && wanted.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE)
        ? Response.ok(page.of(card), HTML).header(HttpHeaders.CACHE_CONTROL, "no-store").build()
        : Response.ok(card, MediaType.APPLICATION_JSON).build();
  }
}
