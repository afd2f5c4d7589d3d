package io.familiarface.customers.customer;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the document of whatever is a customer's that a merged one's id leads on. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class MergedInDocument implements OASFilter {
  private static final String OF_CUSTOMER = "/v1/customers/{id}";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (path.startsWith(OF_CUSTOMER)) {
                item.getOperations()
                    .values()
                    .forEach(
                        operation -> operation.getResponses().addAPIResponse("308", leadsOn()));
              }
            });
  }

  private static APIResponse leadsOn() {
    return OASFactory.createAPIResponse()
        .description("Merged: Location names the same of the customer they are part of now.")
        .addHeader(
            "Location",
            OASFactory.createHeader()
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)))
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
  }
}
