package io.familiarface.rest.openapi;

import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.problem.ProblemType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.IndexView;

/**
 * Writes into the OpenAPI document what holds for every operation, so that the resources say only
 * what is special: who may call, what can be refused, and the headers of safe writing.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonResponsesFilter implements OASFilter {
  private static final String PROBLEM = "application/problem+json";
  private static final Set<PathItem.HttpMethod> TAKE_A_BODY =
      EnumSet.of(PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT, PathItem.HttpMethod.PATCH);

  /** Its own of a problem, with examples of other people's; ours stands in their place. */
  private static final Set<String> LIBRARY_SCHEMAS = Set.of("HttpProblem", "HttpValidationProblem");

  /** What resteasy-problem says of answers that a resource says nothing of. */
  private static final Set<String> LIBRARY_WORDS =
      Set.of("Bad Request", "Not Authorized", "Not Allowed");

  private final ImportOperations imports;
  private final NullableFields nullable;
  private final ReadsWithTags tagged;

  /**
   * @param index what the build knows of the service's classes
   */
  public CommonResponsesFilter(IndexView index) {
    imports = new ImportOperations(index);
    nullable = new NullableFields(index);
    tagged = new ReadsWithTags(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null) {
      return;
    }
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    nullable.mark(document);
    document.getComponents().addSchema("Problem", problem());
    LIBRARY_SCHEMAS.forEach(document.getComponents()::removeSchema);
    MergePatchSchemas.requireNothing(document);
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(path, item, method, operation)));
  }

  private void complete(
      String path, PathItem item, PathItem.HttpMethod method, Operation operation) {
    imports.describe(path, operation);
    describePrints(operation);
    Set<String> roles = roles(operation);
    if (!roles.isEmpty()) {
      String before = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
      operation.setDescription(before + "Roles: " + String.join(", ", roles) + ".");
      refuseForNow(operation, CommonProblem.TOO_MANY_REQUESTS);
    } else if (isLimited(operation)) {
      refuseForNow(operation, CommonProblem.TOO_MANY_REQUESTS);
    }
    // Also where nobody needs a token: one that is none, and a page of another origin.
    refuse(operation, CommonProblem.UNAUTHENTICATED);
    refuse(operation, CommonProblem.FORBIDDEN);
    refuseForNow(operation, CommonProblem.UNAVAILABLE);
    refuse(operation, CommonProblem.NOT_ACCEPTABLE);
    if (method == PathItem.HttpMethod.GET) {
      tagged.describe(path, operation);
    }
    exampleOfFeed(operation);
    boolean isImport = path.endsWith("/import");
    refuse(operation, CommonProblem.INVALID_REQUEST);
    if (path.contains("{")) {
      refuse(operation, CommonProblem.NOT_FOUND);
    }
    if (TAKE_A_BODY.contains(method)) {
      refuse(operation, CommonProblem.UNSUPPORTED_MEDIA_TYPE);
      if (!isImport) {
        refuse(operation, CommonProblem.BODY_TOO_LARGE);
      }
    }
    if (method != PathItem.HttpMethod.GET && !isImport) {
      refuse(operation, CommonProblem.CONFLICT);
    }
    if (method == PathItem.HttpMethod.POST && !isImport) {
      operation.addParameter(idempotencyKey());
      refuse(operation, CommonProblem.KEY_REUSED);
      refuse(operation, CommonProblem.GONE);
    }
    if (takesIfMatch(operation)) {
      refuse(operation, CommonProblem.STALE);
      refuse(operation, CommonProblem.PRECONDITION_REQUIRED);
    }
    describeProblems(operation);
    ParameterWords.describe(operation);
    if (operation.getResponses().hasAPIResponse("500")) {
      // The library's, of a method that declares an exception.
      operation.getResponses().removeAPIResponse("500");
    }
  }

  private static void describeProblems(Operation operation) {
    contents(operation)
        .map(content -> content.getMediaType(PROBLEM))
        .filter(Objects::nonNull)
        .forEach(
            problem ->
                problem.setSchema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
  }

  private static Stream<Content> contents(Operation operation) {
    return operation.getResponses().getAPIResponses().values().stream()
        .map(APIResponse::getContent)
        .filter(Objects::nonNull);
  }

  /** A page is text and a PDF is bytes, whatever the operation answers as JSON. */
  private static void describePrints(Operation operation) {
    contents(operation)
        .forEach(
            content -> {
              describe(content.getMediaType("text/html"), null);
              describe(content.getMediaType("application/pdf"), "binary");
            });
  }

  private static void describe(MediaType print, String format) {
    if (print != null) {
      print.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).format(format));
    }
  }

  /** The feeds differ by service, and only here is it known which one this is. */
  private static void exampleOfFeed(Operation operation) {
    if (operation.getParameters() == null) {
      return;
    }
    String own =
        ConfigProvider.getConfig()
            .getValue("quarkus.application.name", String.class)
            .replace("-service", "");
    Map<String, String> examples =
        Map.of(
            "name",
            own,
            "feed",
            own.equals("jobs") ? "customers" : "jobs",
            "subject",
            "00000000-0000-7000-8000-000000000000");
    operation.getParameters().stream()
        .filter(parameter -> parameter.getIn() == Parameter.In.PATH)
        .filter(parameter -> operation.getTags() != null && operation.getTags().contains("Feeds"))
        .filter(parameter -> examples.containsKey(parameter.getName()))
        .forEach(parameter -> parameter.setExample(examples.get(parameter.getName())));
  }

  /** The names that {@code @RolesAllowed} gives, which stand in the document as scopes. */
  private static Set<String> roles(Operation operation) {
    Set<String> roles = new LinkedHashSet<>();
    List<SecurityRequirement> security = operation.getSecurity();
    if (security != null) {
      security.forEach(requirement -> requirement.getSchemes().values().forEach(roles::addAll));
    }
    return roles;
  }

  /** Open to anybody, and says itself that one address may not ask without end. */
  private static boolean isLimited(Operation operation) {
    return operation.getResponses() != null
        && operation
            .getResponses()
            .hasAPIResponse(Integer.toString(CommonProblem.TOO_MANY_REQUESTS.status()));
  }

  private static boolean takesIfMatch(Operation operation) {
    if (operation.getParameters() == null) {
      return false;
    }
    for (Parameter parameter : operation.getParameters()) {
      if ("If-Match".equalsIgnoreCase(parameter.getName())) {
        parameter.setDescription("The ETag that you got when you read it.");
        return true;
      }
    }
    return false;
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .required(false)
        .description(
            "A text of your own, such as a UUID. The same request sent again with it within 24"
                + " hours answers the same and changes nothing.")
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(255));
  }

  /** A refusal that passes: it says when to try again. */
  private static void refuseForNow(Operation operation, ProblemType type) {
    refuse(operation, type);
    operation
        .getResponses()
        .getAPIResponse(Integer.toString(type.status()))
        .addHeader(
            "Retry-After",
            OASFactory.createHeader()
                .description("So many seconds later it may be tried again.")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
  }

  private static void refuse(Operation operation, ProblemType type) {
    String status = Integer.toString(type.status());
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    var existing = operation.getResponses().getAPIResponse(status);
    boolean saysMore = existing != null && !LIBRARY_WORDS.contains(existing.getDescription());
    var response = existing != null ? existing : OASFactory.createAPIResponse();
    if (!saysMore) {
      response.setDescription(type.title());
    }
    if (response.getContent() == null) {
      response.setContent(
          OASFactory.createContent().addMediaType(PROBLEM, OASFactory.createMediaType()));
    }
    operation.getResponses().addAPIResponse(status, response);
  }

  private static Schema problem() {
    var places = new LinkedHashMap<String, Schema>();
    places.put("pointer", text("A JSON pointer into the body, or ?name for a parameter."));
    places.put("message", text("What is wrong there."));
    Schema violation =
        OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).properties(places);
    var members = new LinkedHashMap<String, Schema>();
    members.put("type", text("A stable name for this kind of refusal, a URN."));
    members.put("title", text("The same short sentence every time."));
    members.put("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
    members.put("detail", text("What went wrong this time, and what to do next."));
    members.put("instance", text("The path that was called."));
    members.put(
        "violations", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(violation));
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.OBJECT)
        .description("An RFC 9457 problem: how every refusal looks.")
        .required(new ArrayList<>(List.of("type", "title", "status", "detail")))
        .properties(members);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }
}
