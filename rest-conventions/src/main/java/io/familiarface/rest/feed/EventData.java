package io.familiarface.rest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.json.TolerantTimes;
import io.familiarface.rest.problem.JsonFaults;
import io.familiarface.rest.problem.Violation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the data of events tolerantly: a producer may add fields and enum values at any time. */
@ApplicationScoped
public class EventData {
  private final ObjectReader reader;

  EventData(ObjectMapper mapper) {
    this.reader =
        mapper
            .copy()
            .registerModule(TolerantTimes.module())
            .reader()
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
  }

  private static String whatIsWrong(JsonProcessingException fault) {
    HttpProblem problem = JsonFaults.explain(fault);
    return problem.getParameters().get("violations") instanceof List<?> violations
            && violations.get(0) instanceof Violation violation
        ? violation.pointer() + ": " + violation.message()
        : problem.getDetail();
  }

  /** The data as this reader's own record of it; null for a deletion. */
  public <T> T of(FeedEvent event, Class<T> type) {
    if (event.deleted()) {
      return null;
    }
    try {
      return reader.forType(type).readValue(event.data());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Its data can't be read. " + whatIsWrong(e), e);
    }
  }
}
