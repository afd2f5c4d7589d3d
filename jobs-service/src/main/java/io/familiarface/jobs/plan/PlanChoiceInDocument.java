package io.familiarface.jobs.plan;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says in the document that null can be chosen, which no annotation says of what a list holds. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PlanChoiceInDocument implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getComponents()
        .getSchemas()
        .get("PlanChoice")
        .getProperties()
        .get("visitIds")
        .getItems()
        .addType(Schema.SchemaType.NULL);
  }
}
