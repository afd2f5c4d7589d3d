package io.familiarface.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Puts days into the examples: {@code {today+7}} is a week from now in the company's zone, {@code
 * {year-30}} the year of the day thirty days ago, as numbers of documents have it. A visit moves to
 * a day to come and a complaint is settled on one that has been, so an example with a fixed date
 * would stop working one day. It runs whenever the document is read.
 */
@OpenApiFilter(OpenApiFilter.RunStage.RUN)
public class ExampleDates implements OASFilter {
  private static final Pattern DAY = Pattern.compile("\\{(today|year)([+-]\\d{1,4})?}");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    LocalDate today = today();
    if (document.getPaths() != null) {
      document
          .getPaths()
          .getPathItems()
          .values()
          .forEach(item -> item.getOperations().values().forEach(each -> date(each, today)));
    }
    if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
      document.getComponents().getSchemas().values().forEach(schema -> date(schema, today));
    }
  }

  private static void date(Operation operation, LocalDate today) {
    if (operation.getParameters() != null) {
      operation
          .getParameters()
          .forEach(parameter -> parameter.setExample(dated(parameter.getExample(), today)));
    }
    if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
      date(operation.getRequestBody().getContent(), today);
    }
  }

  private static void date(Content content, LocalDate today) {
    content
        .getMediaTypes()
        .values()
        .forEach(
            type -> {
              type.setExample(dated(type.getExample(), today));
              if (type.getExamples() != null) {
                type.getExamples().values().forEach(example -> date(example, today));
              }
            });
  }

  private static void date(Example example, LocalDate today) {
    example.setValue(dated(example.getValue(), today));
  }

  private static void date(Schema schema, LocalDate today) {
    if (schema.getExamples() != null) {
      schema.setExamples(schema.getExamples().stream().map(each -> dated(each, today)).toList());
    }
  }

  /** The same example with the days in it, however deep. */
  static Object dated(Object example, LocalDate today) {
    if (example instanceof String text) {
      return DAY.matcher(text).replaceAll(found -> day(found, today));
    }
    if (example instanceof List<?> items) {
      return items.stream().map(item -> dated(item, today)).toList();
    }
    if (example instanceof Map<?, ?> members) {
      Map<Object, Object> dated = new LinkedHashMap<>();
      members.forEach((name, value) -> dated.put(name, dated(value, today)));
      return dated;
    }
    return example;
  }

  private static String day(MatchResult found, LocalDate today) {
    String offset = found.group(2);
    LocalDate day = today.plusDays(offset == null ? 0 : Integer.parseInt(offset));
    return found.group(1).equals("year") ? Integer.toString(day.getYear()) : day.toString();
  }

  /** Another day is given only where a document is compared with one that was written before. */
  private static LocalDate today() {
    var config = ConfigProvider.getConfig();
    return config
        .getOptionalValue("familiar.openapi.today", LocalDate.class)
        .orElseGet(
            () -> LocalDate.now(config.getValue("familiar.company.time-zone", ZoneId.class)));
  }
}
