package io.familiarface.rest.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;

/** An object of a JSON text has fields that are not known; its path is that of the object. */
public final class UnknownFieldsFault extends JsonMappingException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> names;

  public UnknownFieldsFault(JsonParser parser, List<String> names) {
    super(parser, "unknown fields");
    this.names = List.copyOf(names);
  }

  List<String> names() {
    return names;
  }
}
