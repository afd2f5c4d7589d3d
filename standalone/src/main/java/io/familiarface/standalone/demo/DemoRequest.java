package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.standalone.Service;
import java.time.LocalDate;

/**
 * Something that is written down by one request, since no import takes it.
 *
 * @param role of whoever sends it
 */
record DemoRequest(Service service, String path, ObjectNode body, String role) {
  private static final ObjectMapper JSON = new ObjectMapper();

  DemoRequest(Service service, String path, ObjectNode body) {
    this(service, path, body, "admin");
  }

  DemoRequest as(String other) {
    return new DemoRequest(service, path, body, other);
  }

  static DemoRequest trait(String customer, ObjectNode trait) {
    return new DemoRequest(Service.CUSTOMERS, "/v1/customers/ext:" + customer + "/traits", trait);
  }

  static DemoRequest person(String customer, ObjectNode person) {
    return new DemoRequest(Service.CUSTOMERS, "/v1/customers/ext:" + customer + "/people", person);
  }

  static DemoRequest site(String customer, ObjectNode site) {
    return new DemoRequest(Service.CUSTOMERS, "/v1/customers/ext:" + customer + "/sites", site);
  }

  static DemoRequest interaction(String customer, ObjectNode interaction) {
    return new DemoRequest(
        Service.CUSTOMERS, "/v1/customers/ext:" + customer + "/interactions", interaction);
  }

  /** Of customers-service, by the path below {@code /v1}. */
  static DemoRequest customers(String path, ObjectNode body) {
    return new DemoRequest(Service.CUSTOMERS, "/v1/" + path, body);
  }

  /** By which somebody subscribes to the visits of a technician or a customer. */
  static DemoRequest calendarLink(String externalId, String whose, String key) {
    return new DemoRequest(
        Service.JOBS,
        "/v1/calendar-links",
        JSON.createObjectNode().put("externalId", externalId).put(whose + "ExternalId", key));
  }

  static DemoRequest training(
      String technician, String externalId, String course, String kind, LocalDate on) {
    return new DemoRequest(
        Service.JOBS,
        "/v1/technicians/ext:" + technician + "/training",
        JSON.createObjectNode()
            .put("externalId", externalId)
            .put("course", course)
            .put("kind", kind)
            .put("on", on.toString()));
  }

  static DemoRequest absence(String technician, ObjectNode absence) {
    return new DemoRequest(
        Service.JOBS, "/v1/technicians/ext:" + technician + "/absences", absence);
  }

  static DemoRequest absence(Technicians.Absence away) {
    return absence(
        away.technician(),
        JSON.createObjectNode()
            .put("kind", away.kind())
            .put("from", away.from().toString())
            .put("to", away.until().toString()));
  }
}
