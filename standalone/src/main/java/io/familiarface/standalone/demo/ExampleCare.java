package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Certificates and referrals, so that the examples in the documents work. */
final class ExampleCare {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GRACE = "C0002";

  private ExampleCare() {}

  static List<DemoRequest> notes() {
    return List.of(
        certificate(
            "CT0001",
            JSON.createObjectNode().put("kind", "GIFT").put("gift", "A dessert at Rosa's")),
        certificate(
            "CT0002",
            JSON.createObjectNode()
                .put("kind", "PERCENT")
                .put("percent", 10)
                .put("transferable", true)),
        referral("R0001", GRACE, "June Whitaker", "FOLLOW_UP"),
        referral("R0002", "C0004", "Paul Whitaker", "VISIT"),
        referral("R0003", "C0006", null, "CALL"));
  }

  private static DemoRequest certificate(String id, ObjectNode worth) {
    return DemoRequest.customers(
        "certificates", worth.put("externalId", id).put("customerExternalId", GRACE));
  }

  private static DemoRequest referral(String id, String giver, String name, String source) {
    return DemoRequest.customers(
        "referrals",
        JSON.createObjectNode()
            .put("externalId", id)
            .put("byCustomerExternalId", giver)
            .put("name", name)
            .put("source", source)
            .put("askedBy", "Maria"));
  }
}
