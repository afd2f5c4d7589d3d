package io.familiarface.standalone.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Somebody else is sent than the agreement would send.
 *
 * @param customerTold false when it is certain that nobody told her; else {@code toldAt} says
 */
record Change(
    String reason,
    String permanence,
    Boolean customerTold,
    Instant toldAt,
    Boolean introduced,
    Instant introducedAt) {

  static Change forGoodAndUnannounced(String reason) {
    return new Change(reason, "FOR_GOOD", false, null, false, null);
  }

  static Change thisOnceAndUnannounced(String reason) {
    return new Change(reason, "THIS_VISIT", false, null, false, null);
  }

  static Change forGoodToldAndIntroduced(String reason, Instant toldAt, Instant introducedAt) {
    return new Change(reason, "FOR_GOOD", null, toldAt, null, introducedAt);
  }

  ObjectNode writtenInto(ObjectNode object, String nameOfReason) {
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
