package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Certificates, referrals, handouts, and three customers who went too far, so that the examples in
 * the documents work: one of whom everything was tried, one whom somebody proposes to let go, and
 * one who is.
 */
final class ExampleCare {
  /** Whoever asked to be forgotten. */
  static final String ERASED = "C9000";

  /** Has cancelled already, so letting them go ends nothing. */
  private static final String LET_GO = "C0005";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GRACE = "C0002";
  private static final String INES = "C0004";
  private static final String TRIED = "C0008";
  private static final String PROPOSED = "C0010";
  private static final int DAYS_AGO = 21;

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
        referral("R0002", INES, "Paul Whitaker", "VISIT"),
        referral("R0003", "C0006", null, "CALL"),
        DemoRequest.customers(
            "templates",
            JSON.createObjectNode()
                .put("externalId", "first-visit-es")
                .put("name", "first-visit")
                .put("kind", "HANDOUT")
                .put("language", "es")
                .put(
                    "body",
                    "# Le damos la bienvenida, {{customer.preferredName}}\n\n"
                        + "Somos {{company.name}}: {{company.phone}}.\n\n{{certificates}}")));
  }

  static DemoRequest somebodyToErase() {
    return DemoRequest.customers(
        "customers",
        JSON.createObjectNode()
            .put("externalId", ERASED)
            .put("kind", "HOUSEHOLD")
            .put("name", "Somebody to Forget"));
  }

  /** In this order. */
  static List<DemoRequest> lettingGo(LocalDate today) {
    List<DemoRequest> requests = new ArrayList<>();
    requests.add(handout(GRACE));
    requests.add(handout(INES));
    for (String customer : List.of(TRIED, PROPOSED, LET_GO)) {
      String at = today.minusDays(DAYS_AGO) + "T15:00:00Z";
      requests.add(conduct(customer, "INCIDENT", "Shouted at the technician.", at));
      requests.add(conduct(customer, "LIMIT_STATED", "One more, and we end this call.", at));
      requests.add(conduct(customer, "RETENTION_ATTEMPT", "Offered another technician.", at));
      requests.add(conduct(customer, "RETENTION_ATTEMPT", "Offered another day.", at));
      requests.add(conduct(customer, "RETENTION_ATTEMPT", "Asked what would help.", at));
      requests.add(conduct(customer, "MANAGER_TALK", "Half an hour on the phone.", at));
      requests.add(conduct(customer, "WRITTEN_WARNING", "By registered letter.", at));
    }
    for (String customer : List.of(PROPOSED, LET_GO)) {
      requests.add(
          DemoRequest.customers(
              "customers/ext:" + customer + "/letting-go",
              JSON.createObjectNode().put("reason", "Shouts, in spite of all we tried.")));
    }
    // Approved by somebody else than who proposed it.
    requests.add(
        DemoRequest.customers(
                "customers/ext:" + LET_GO + "/letting-go/approval", JSON.createObjectNode())
            .as("manager"));
    return requests;
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

  private static DemoRequest handout(String customer) {
    return DemoRequest.customers(
        "customers/ext:" + customer + "/handout",
        JSON.createObjectNode().put("template", "first-visit"));
  }

  private static DemoRequest conduct(String customer, String kind, String text, String at) {
    return DemoRequest.customers(
        "customers/ext:" + customer + "/conduct",
        JSON.createObjectNode()
            .put("externalId", customer.equals(TRIED) && kind.equals("INCIDENT") ? "CE0001" : null)
            .put("kind", kind)
            .put("text", text)
            .put("at", at)
            .put("by", "Maria"));
  }
}
