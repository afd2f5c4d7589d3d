package io.familiarface.rest.openapi;

import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * A merge patch may leave out any field: only the record that comes of it must be whole. So the
 * body of a PATCH is described by a schema of its own, the same but with nothing required.
 */
final class MergePatchSchemas {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String SUFFIX = "Patch";

  private MergePatchSchemas() {}

  static void requireNothing(OpenAPI document) {
    document.getPaths().getPathItems().values().stream()
        .map(PathItem::getPATCH)
        .filter(Objects::nonNull)
        .filter(patch -> patch.getRequestBody() != null)
        .filter(patch -> patch.getRequestBody().getContent() != null)
        .flatMap(patch -> patch.getRequestBody().getContent().getMediaTypes().values().stream())
        .forEach(body -> describe(body, document));
  }

  private static void describe(MediaType body, OpenAPI document) {
    String ref = body.getSchema() == null ? null : body.getSchema().getRef();
    if (ref == null || !ref.startsWith(SCHEMAS)) {
      return;
    }
    String name = ref.substring(SCHEMAS.length());
    Schema whole = document.getComponents().getSchemas().get(name);
    if (whole == null || whole.getRequired() == null || whole.getRequired().isEmpty()) {
      return;
    }
    String own = name.endsWith(SUFFIX) ? name : name + SUFFIX;
    document
        .getComponents()
        .addSchema(
            own,
            OASFactory.createSchema()
                .type(whole.getType())
                .description(whole.getDescription())
                .properties(whole.getProperties()));
    body.setSchema(OASFactory.createSchema().ref(SCHEMAS + own));
  }
}
