package io.familiarface.standalone.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** JSON in few words. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** An object of names and values in turn; a null value is written as null. */
  static ObjectNode of(Object... namesAndValues) {
    ObjectNode object = MAPPER.createObjectNode();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.set((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return object;
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  static List<String> texts(JsonNode array, String field) {
    return list(array).stream().map(each -> each.path(field).asText()).toList();
  }

  private static JsonNode value(Object value) {
    boolean plain =
        value == null
            || value instanceof JsonNode
            || value instanceof Boolean
            || value instanceof Number
            || value instanceof List<?>;
    return MAPPER.valueToTree(plain ? value : value.toString());
  }
}
