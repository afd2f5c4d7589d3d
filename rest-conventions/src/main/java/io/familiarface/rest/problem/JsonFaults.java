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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in plain words, and with a JSON pointer, what is wrong with a JSON text. */
public final class JsonFaults {
  /** What could be set in the parser is nothing that the sender can do. */
  private static final Pattern OF_THE_PARSER =
      Pattern.compile("(: enable `| \\(not recognized as one since ).*", Pattern.DOTALL);

  private JsonFaults() {}

  public static HttpProblem explain(JsonProcessingException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      List<JsonMappingException.Reference> object =
          unknown.getPath().subList(0, unknown.getPath().size() - 1);
      return unknownFields(pointer(object), List.of(unknown.getPropertyName()));
    }
    if (fault instanceof UnknownFieldsFault unknown) {
      return unknownFields(pointer(unknown), unknown.names());
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

  /**
   * An object has fields that are not known.
   *
   * @param object the pointer of the object, empty for the body itself
   * @param names one at least
   */
  private static HttpProblem unknownFields(String object, List<String> names) {
    List<Violation> violations =
        names.stream()
            .map(
                name ->
                    new Violation(
                        object + "/" + segment(name),
                        "There is no field '" + Excerpt.of(name) + "' here."))
            .toList();
    String detail =
        names.size() == 1
            ? violations.get(0).message()
            : names.stream()
                .map(name -> "'" + Excerpt.of(name) + "'")
                .collect(Collectors.joining(", ", "There are no fields ", " here."));
    return CommonProblem.INVALID_REQUEST.because(detail, violations);
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
    String what =
        fault instanceof JsonEOFException
            ? "It ends before it is complete: the end is missing, or a mark is not closed"
            : Excerpt.of(OF_THE_PARSER.matcher(fault.getOriginalMessage()).replaceFirst(""));
    return what + where(fault);
  }

  /** A line of an import is the first line wherever it stands. */
  private static String where(JsonProcessingException fault) {
    var at = fault.getLocation();
    if (at == null) {
      return "";
    }
    String column = "column " + at.getColumnNr() + ")";
    return at.getLineNr() == 1 ? " (" + column : " (line " + at.getLineNr() + ", " + column;
  }

  private static String reason(JsonMappingException mapping) {
    Throwable cause = mapping.getCause();
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? Excerpt.of(cause.getMessage())
        : "This value cannot be read.";
  }

  private static String pointer(JsonMappingException fault) {
    return pointer(fault.getPath());
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(
            step ->
                "/"
                    + (step.getFieldName() == null
                        ? step.getIndex()
                        : segment(step.getFieldName())))
        .collect(Collectors.joining());
  }

  private static String segment(String name) {
    return Texts.shown(name).replace("~", "~0").replace("/", "~1");
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
