package io.familiarface.feedback.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.risk.model.RiskModel;
import jakarta.enterprise.context.ApplicationScoped;

/** Models as stored documents. */
@ApplicationScoped
class ModelJson {
  private final ObjectMapper json;

  ModelJson(ObjectMapper mapper) {
    this.json = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  String write(Object document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be stored: " + document, e);
    }
  }

  RiskModel model(String document) {
    try {
      return json.readValue(document, RiskModel.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored model cannot be read", e);
    }
  }
}
