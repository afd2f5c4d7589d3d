package io.familiarface.rest.openapi;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What a parameter means that means the same wherever it stands and says nothing of itself. */
final class ParameterWords {
  private static final String REF = "#/components/schemas/Ref";
  private static final String BY_REF = "An id, or ext: and an external id.";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry("externalId", "The one that another system knows by this key."),
          entry("state", "Only those in this state."),
          entry("status", "Only those of this status."),
          entry("kind", "Only those of this kind."),
          entry("source", "Only those from this source."),
          entry("branch", "Only those of this branch."),
          entry("language", "Only those in this language, such as en or es-MX."),
          entry("feed", "The name of the feed that is followed."),
          entry(
              "subject", "Whom or what the events are about: the id of a customer or technician."),
          entry("version", "As the list names it."),
          entry("id", "Its id."),
          entry("n", "Its number."),
          entry("number", "The number that is printed on it."),
          entry("key", "The key in the link."));

  private ParameterWords() {}

  static void describe(Operation operation) {
    List<Parameter> parameters = operation.getParameters();
    if (parameters != null) {
      parameters.stream()
          .filter(parameter -> parameter.getDescription() == null)
          .forEach(parameter -> parameter.setDescription(words(parameter)));
    }
  }

  private static String words(Parameter parameter) {
    Schema schema = parameter.getSchema();
    return schema != null && REF.equals(schema.getRef()) ? BY_REF : WORDS.get(parameter.getName());
  }
}
