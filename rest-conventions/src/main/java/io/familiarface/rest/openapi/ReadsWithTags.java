package io.familiarface.rest.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * A read that answers with a {@code Response} can have an ETag, and so answer 304; one that answers
 * with a view can't.
 */
final class ReadsWithTags {
  private static final DotName RESPONSE = DotName.createSimple(Response.class.getName());
  private static final DotName PATH = DotName.createSimple(Path.class.getName());

  private final Set<String> paths = new TreeSet<>();

  ReadsWithTags(IndexView index) {
    for (AnnotationInstance get : index.getAnnotations(GET.class)) {
      if (get.target().kind() == AnnotationTarget.Kind.METHOD) {
        MethodInfo method = get.target().asMethod();
        if (method.returnType().name().equals(RESPONSE)) {
          paths.add(pathOf(method.declaringClass()) + pathOf(method));
        }
      }
    }
  }

  private static String pathOf(ClassInfo type) {
    AnnotationInstance path = type.declaredAnnotation(PATH);
    return path == null ? "" : withSlash(path.value().asString());
  }

  private static String pathOf(MethodInfo method) {
    AnnotationInstance path = method.annotation(PATH);
    return path == null ? "" : withSlash(path.value().asString());
  }

  private static String withSlash(String path) {
    String plain = path.replaceAll("^/|/$", "");
    return plain.isEmpty() ? "" : "/" + plain;
  }

  /** Completes the operation if it is a GET that can have an ETag. */
  void describe(String path, Operation operation) {
    if (!paths.contains(path)) {
      return;
    }
    boolean known =
        operation.getParameters() != null
            && operation.getParameters().stream()
                .anyMatch(parameter -> "If-None-Match".equalsIgnoreCase(parameter.getName()));
    if (!known) {
      operation.addParameter(
          OASFactory.createParameter()
              .name("If-None-Match")
              .in(Parameter.In.HEADER)
              .required(false)
              .description("The ETag of what you have; 304 says that it is still so.")
              .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
    }
    if (operation.getResponses().getAPIResponse("304") == null) {
      operation
          .getResponses()
          .addAPIResponse(
              "304", OASFactory.createAPIResponse().description("It is as you have it."));
    }
  }
}
