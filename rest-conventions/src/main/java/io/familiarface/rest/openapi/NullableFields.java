package io.familiarface.rest.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/**
 * Says of every field whether it can be null: it can, unless it is required ({@code @NotNull} and
 * its like) or of a primitive type. That is how the records are written and read, so a field need
 * not say it of itself.
 */
final class NullableFields {
  private final Map<String, List<ClassInfo>> classes = new LinkedHashMap<>();

  NullableFields(IndexView index) {
    for (ClassInfo type : index.getKnownClasses()) {
      if (type.name().toString().startsWith("io.familiarface.")) {
        classes.computeIfAbsent(type.simpleName(), name -> new ArrayList<>()).add(type);
      }
    }
  }

  void mark(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    if (schemas != null) {
      schemas.forEach(this::mark);
    }
  }

  private void mark(String name, Schema schema) {
    // A problem leaves out what it doesn't have.
    if (schema.getProperties() == null || name.endsWith("Problem")) {
      return;
    }
    List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
    Map<String, Schema> marked = new LinkedHashMap<>();
    schema
        .getProperties()
        .forEach(
            (field, value) ->
                marked.put(
                    field,
                    required.contains(field) || isPrimitive(name, field)
                        ? value
                        : nullable(value)));
    schema.setProperties(marked);
  }

  private boolean isPrimitive(String name, String field) {
    List<ClassInfo> candidates = classes.getOrDefault(name, List.of());
    return !candidates.isEmpty()
        && candidates.stream()
            .allMatch(
                type -> {
                  FieldInfo found = type.field(field);
                  return found != null && found.type().kind() == Type.Kind.PRIMITIVE;
                });
  }

  private static Schema nullable(Schema value) {
    List<SchemaType> types = value.getType();
    if (types != null && types.contains(SchemaType.NULL)) {
      return value;
    }
    boolean plain = types != null && value.getEnumeration() == null && value.getRef() == null;
    if (plain) {
      List<SchemaType> more = new ArrayList<>(types);
      more.add(SchemaType.NULL);
      value.setType(more);
      return value;
    }
    if (value.getRef() == null && types == null) {
      return value;
    }
    Schema either =
        OASFactory.createSchema()
            .addAnyOf(value)
            .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    if (value.getDescription() != null) {
      either.setDescription(value.getDescription());
      value.setDescription(null);
    }
    return either;
  }
}
