package io.familiarface.standalone.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Somebody else is sent than the agreement would send.
 *
 * @param customerTold false when it is certain that nobody told her; else {@code toldAt} says
 */
record TechnicianChange(
    String reason,
    String permanence,
    Boolean customerTold,
    Instant toldAt,
    Boolean introduced,
    Instant introducedAt) {

  static TechnicianChange forGoodAndUnannounced(String reason) {
    return new TechnicianChange(reason, "FOR_GOOD", false, null, false, null);
  }

  static TechnicianChange thisOnceAndUnannounced(String reason) {
    return new TechnicianChange(reason, "THIS_VISIT", false, null, false, null);
  }

  static TechnicianChange thisOnceToldAndIntroduced(String reason, Instant at) {
    return new TechnicianChange(reason, "THIS_VISIT", null, at, null, at);
  }

  static TechnicianChange forGoodToldAndIntroduced(
      String reason, Instant toldAt, Instant introducedAt) {
    return new TechnicianChange(reason, "FOR_GOOD", null, toldAt, null, introducedAt);
  }

  ObjectNode writeTo(ObjectNode object, String nameOfReason) {
    object.put(nameOfReason, reason).put("permanence", permanence);
    if (customerTold != null) {
      object.put("customerTold", customerTold);
    }
    if (toldAt != null) {
      object.put("customerToldAt", toldAt.toString());
    }
    if (introduced != null) {
      object.put("introduced", introduced);
    }
    if (introducedAt != null) {
      object.put("introducedAt", introducedAt.toString());
    }
    return object;
  }
}
