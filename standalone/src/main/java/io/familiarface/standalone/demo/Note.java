package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.standalone.Service;

/** Something that is written down by one request, since no import takes it. */
record Note(Service service, String path, ObjectNode body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Note trait(String customer, ObjectNode trait) {
    return new Note(Service.CUSTOMERS, "/v1/customers/ext:" + customer + "/traits", trait);
  }

  static Note talk(String customer, ObjectNode talk) {
    return new Note(Service.CUSTOMERS, "/v1/customers/ext:" + customer + "/interactions", talk);
  }

  static Note absence(String technician, ObjectNode absence) {
    return new Note(Service.JOBS, "/v1/technicians/ext:" + technician + "/absences", absence);
  }

  static Note absence(Crew.Away away) {
    return absence(
        away.technician(),
        JSON.createObjectNode()
            .put("kind", away.kind())
            .put("from", away.from().toString())
            .put("until", away.until().toString()));
  }
}
