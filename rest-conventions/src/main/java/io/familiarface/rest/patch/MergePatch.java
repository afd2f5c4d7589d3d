package io.familiarface.rest.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.problem.JsonFaults;
import io.familiarface.rest.problem.ViolationsMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

/** JSON Merge Patch (RFC 7396) on a record of the fields that may be edited. */
@ApplicationScoped
public class MergePatch {
  private final ObjectMapper mapper;
  private final Validator validator;

  MergePatch(ObjectMapper mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
  }

  /**
   * The record as it would be after the patch, validated.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a patch that is not an object,
   *     names an unknown field or breaks a constraint
   */
  public <T> T apply(T current, JsonNode patch) {
    if (!(patch instanceof ObjectNode object)) {
      throw CommonProblem.INVALID_REQUEST.at("", "A merge patch is a JSON object.");
    }
    try {
      JsonNode merged = merge(mapper.valueToTree(current), object);
      @SuppressWarnings("unchecked")
      T changed = (T) mapper.treeToValue(merged, current.getClass());
      var broken = validator.validate(changed);
      if (!broken.isEmpty()) {
        throw ViolationsMapper.explain(broken);
      }
      return changed;
    } catch (JsonProcessingException e) {
      throw JsonFaults.explain(e);
    }
  }

  private static JsonNode merge(JsonNode target, ObjectNode patch) {
    ObjectNode merged = target instanceof ObjectNode object ? object : patch.objectNode();
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isNull()) {
                // Set rather than removed, so that an unknown field is still refused by its name.
                merged.putNull(field.getKey());
              } else if (value instanceof ObjectNode nested) {
                JsonNode before = merged.get(field.getKey());
                merged.set(
                    field.getKey(), merge(before == null ? nested.objectNode() : before, nested));
              } else {
                merged.set(field.getKey(), value);
              }
            });
    return merged;
  }
}
