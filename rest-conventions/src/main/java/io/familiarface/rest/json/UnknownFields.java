package io.familiarface.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import io.familiarface.rest.problem.UnknownFieldsFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Names all fields of an object that are not known, not only the first. */
final class UnknownFields extends DeserializationProblemHandler {
  private static final int NAMED_AT_MOST = 20;

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      JsonDeserializer<?> deserializer,
      Object beanOrClass,
      String name)
      throws IOException {
    if (!context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        || !(deserializer instanceof BeanDeserializerBase known)) {
      return false;
    }
    List<String> unknown = new ArrayList<>();
    unknown.add(name);
    parser.skipChildren();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String next = parser.currentName();
      if (known.findProperty(next) == null && unknown.size() < NAMED_AT_MOST) {
        unknown.add(next);
      }
      parser.nextToken();
      parser.skipChildren();
    }
    throw new UnknownFieldsFault(parser, unknown);
  }
}
