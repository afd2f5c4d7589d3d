package io.familiarface.rest.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.familiarface.rest.text.Texts;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says in plain words, and with a JSON pointer, what is wrong with a JSON text. */
public final class JsonFaults {
  private JsonFaults() {}

  public static HttpProblem explain(JsonProcessingException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return CommonProblem.INVALID_REQUEST.at(
          pointer(unknown),
          "There is no field '" + Excerpt.of(unknown.getPropertyName()) + "' here.");
    }
    if (fault instanceof JsonMappingException mapping && problemInside(mapping) != null) {
      return problemInside(mapping);
    }
    if (fault instanceof JsonParseException
        || fault instanceof JsonEOFException
        || isSyntax(fault)) {
      return CommonProblem.MALFORMED_JSON.because(syntax(fault));
    }
    if (fault instanceof InvalidFormatException format) {
      return CommonProblem.INVALID_REQUEST.at(
          pointer(format),
          "'"
              + Excerpt.of(String.valueOf(format.getValue()))
              + "' is not "
              + expected(format.getTargetType())
              + ".");
    }
    if (fault instanceof InvalidTypeIdException type) {
      return CommonProblem.INVALID_REQUEST.at(pointer(type), "This kind of value is not known.");
    }
    if (fault instanceof MismatchedInputException mismatch) {
      return CommonProblem.INVALID_REQUEST.at(
          pointer(mismatch), "This must be " + expected(mismatch.getTargetType()) + ".");
    }
    if (fault instanceof JsonMappingException mapping) {
      return CommonProblem.INVALID_REQUEST.at(pointer(mapping), reason(mapping));
    }
    return CommonProblem.MALFORMED_JSON.because(syntax(fault));
  }

  private static boolean isSyntax(JsonProcessingException fault) {
    return fault.getCause() instanceof JsonParseException
        || !(fault instanceof JsonMappingException);
  }

  private static HttpProblem problemInside(JsonMappingException mapping) {
    for (Throwable t = mapping.getCause(); t != null; t = t.getCause()) {
      if (t instanceof HttpProblem problem) {
        return problem;
      }
    }
    return null;
  }

  private static String syntax(JsonProcessingException fault) {
    var at = fault.getLocation();
    String where =
        at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    return Excerpt.of(fault.getOriginalMessage()) + where;
  }

  private static String reason(JsonMappingException mapping) {
    Throwable cause = mapping.getCause();
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? Excerpt.of(cause.getMessage())
        : "This value cannot be read.";
  }

  private static String pointer(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "/" + step.getIndex()
                    : "/" + Texts.shown(step.getFieldName()).replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  private static String expected(Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    return switch (type.getSimpleName()) {
      case "Instant" -> "an instant such as 2025-01-06T09:00:00Z";
      case "LocalDate" -> "a date such as 2025-01-06";
      case "LocalTime" -> "a time of day such as 09:00";
      case "UUID" -> "an id (a UUID)";
      case "BigDecimal", "Double", "double" -> "a number";
      case "Integer", "int", "Long", "long", "Short", "short" -> "a whole number";
      case "Boolean", "boolean" -> "true or false";
      case "String" -> "text";
      case "List", "ArrayList", "Set", "HashSet", "Collection" -> "a list";
      default -> "a JSON object with the documented fields";
    };
  }
}
