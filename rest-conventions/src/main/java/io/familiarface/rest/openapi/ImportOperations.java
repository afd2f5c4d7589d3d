package io.familiarface.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.bulk.ImportExample;
import io.familiarface.rest.security.Role;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;

/** Describes the imports, which are alike but for the collection and the example of a line. */
final class ImportOperations {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";

  private final Map<String, AnnotationInstance> examples = new TreeMap<>();

  ImportOperations(IndexView index) {
    for (AnnotationInstance example : index.getAnnotations(ImportExample.class)) {
      String path = example.target().asClass().annotation(Path.class).value().asString();
      examples.put(path, example);
    }
  }

  /** Completes the operation if it is an import of a collection. */
  void describe(String path, Operation operation) {
    AnnotationInstance example = examples.get(path);
    if (example == null) {
      return;
    }
    String[] parts = path.split("/");
    String collection = parts[parts.length - 2];
    operation.setOperationId(
        "import" + Character.toUpperCase(collection.charAt(0)) + collection.substring(1));
    operation.setSummary("Import " + collection + ", one a line; may be run again");
    // The roles of a method that is inherited are not found by the extension.
    operation.addSecurityRequirement(
        OASFactory.createSecurityRequirement()
            .addScheme("bearer", List.of(Role.ADMIN, Role.MANAGER)));
    AnnotationValue note = example.value("note");
    operation.setDescription(
        "Each line is found again by its external id and is answered by a line. A bad line does"
            + " not stop the others."
            + (note == null ? "" : " " + note.asString()));
    String line = example.value().asString().strip();
    JsonNode json = read(line);
    operation.setRequestBody(
        OASFactory.createRequestBody()
            .required(true)
            .content(
                OASFactory.createContent()
                    .addMediaType(NDJSON, text(line))
                    .addMediaType(CSV, text(csv(json)))));
    operation
        .getResponses()
        .addAPIResponse(
            "503",
            OASFactory.createAPIResponse()
                .description(
                    "The database went away in the middle: one line for each line that was done,"
                        + " and a last one with a problem.")
                .content(OASFactory.createContent().addMediaType(NDJSON, text(answer(json)))))
        .addAPIResponse(
            "200",
            OASFactory.createAPIResponse()
                .description(
                    "One line for each line of the body: what became of it, or why it was"
                        + " rejected.")
                .content(OASFactory.createContent().addMediaType(NDJSON, text(answer(json)))));
  }

  private static MediaType text(String example) {
    return OASFactory.createMediaType()
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
        .example(example);
  }

  private static String answer(JsonNode line) {
    var answer = JSON.createObjectNode().put("line", 1);
    if (line.has("externalId")) {
      answer.set("externalId", line.get("externalId"));
    }
    return answer
        .put("status", "CREATED")
        .put("id", "01978c5e-0000-7000-8000-000000000000")
        .toString();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("An example that is no JSON: " + line, e);
    }
  }

  private static String csv(JsonNode line) {
    Map<String, String> cells = new LinkedHashMap<>();
    flatten("", line, cells);
    return CSVFormat.RFC4180.format(cells.keySet().toArray())
        + "\n"
        + CSVFormat.RFC4180.format(cells.values().toArray());
  }

  private static void flatten(String prefix, JsonNode object, Map<String, String> cells) {
    object
        .properties()
        .forEach(
            field -> {
              String name = prefix + field.getKey();
              if (field.getValue().isObject()) {
                flatten(name + ".", field.getValue(), cells);
              } else if (field.getValue().isValueNode()) {
                cells.put(name, field.getValue().asText());
              }
            });
  }
}
