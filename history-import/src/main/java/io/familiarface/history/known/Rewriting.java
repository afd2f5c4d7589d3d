package io.familiarface.history.known;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.history.Destination;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.spool.LineFile;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;

/** Writes the lines of one name after the other under the keys by which they are held. */
final class Rewriting {
  private final ObjectMapper json = new ObjectMapper();
  private final KnownTechnicians technicians;
  private final Notes notes;
  private final Refusing refusing;
  private final Map<Destination, LineFile> lines;
  private final MatchingCustomers customers;
  private final MatchingAgreements agreements;

  Rewriting(
      ZoneId zone,
      KnownTechnicians technicians,
      Notes notes,
      Refusing refusing,
      Map<Destination, LineFile> lines) {
    this.technicians = technicians;
    this.notes = notes;
    this.refusing = refusing;
    this.lines = lines;
    this.customers = new MatchingCustomers(new MatchingVisits(technicians), notes);
    this.agreements = new MatchingAgreements(notes, zone);
  }

  void technician(long origin, ObjectNode line) throws IOException {
    String key = line.get("externalId").asText();
    if (technicians.isHeldWithoutKey(key)) {
      notes.add(Note.TECHNICIAN_TWICE, origin, line.get("name").asText() + " is " + key + " now");
    }
    line.put("externalId", technicians.key(key));
    add(Destination.TECHNICIANS, origin, line);
  }

  void write(NameGroup group) throws IOException {
    customers.match(group.own, group.there);
    for (Own.Customer customer : group.own) {
      if (customer.undecided != null) {
        refuse(customer, customer.undecided);
        continue;
      }
      if (customer.match != null) {
        agreements.match(customer);
      }
      mustBeTold(group, customer);
      write(group, customer);
    }
  }

  /** A line with nothing but a name may be of any of those who have it. */
  private void mustBeTold(NameGroup group, Own.Customer customer) {
    if (group.there.size() < 2 || customer.given) {
      return;
    }
    for (Own.Agreement agreement : customer.agreements) {
      for (Own.Visit visit : agreement.visits) {
        if (visit.match == null && visit.is("bare")) {
          refusing.refuse(
              Destination.VISITS,
              visit.origin,
              visit.key,
              "There are %d customers of this name, and the line has no phone, e-mail or address to tell which: fill one in, or a customer id."
                  .formatted(group.there.size()));
        }
      }
      agreement.visits.removeIf(visit -> visit.match == null && visit.is("bare"));
    }
  }

  private void refuse(Own.Customer customer, String why) {
    refusing.refuse(Destination.CUSTOMERS, customer.origin, customer.key, why);
    for (Own.Agreement agreement : customer.agreements) {
      refusing.refuse(Destination.AGREEMENTS, agreement.origin, agreement.key, why);
      agreement.visits.forEach(v -> refusing.refuse(Destination.VISITS, v.origin, v.key, why));
      if (agreement.cancellation != null) {
        long line = agreement.cancellation.origin();
        refusing.refuse(Destination.CANCELLATIONS, line, agreement.key, why);
      }
    }
  }

  private void write(NameGroup group, Own.Customer customer) throws IOException {
    boolean isNew = customer.match == null;
    if (isNew
        && !customer.agreements.isEmpty()
        && customer.agreements.stream().noneMatch(Own.Agreement::hasNews)) {
      for (Own.Agreement agreement : customer.agreements) {
        known(customer, agreement);
      }
      return;
    }
    String key = isNew ? newKey(group, customer) : customer.match.key;
    customer.line.put("externalId", key);
    add(Destination.CUSTOMERS, customer.origin, customer.line);
    for (Own.Agreement agreement : customer.agreements) {
      known(customer, agreement);
      if (agreement.match != null || agreement.hasNews()) {
        write(group, customer, key, agreement);
      }
    }
  }

  private static String newKey(NameGroup group, Own.Customer customer) {
    boolean taken = group.heldKeys.contains(customer.key) && customer.spareKey != null;
    return group.free(taken ? customer.spareKey : customer.key);
  }

  /** Visits that are held stay with the agreement and the customer that they are held under. */
  private void known(Own.Customer customer, Own.Agreement agreement) throws IOException {
    for (Own.Visit visit : agreement.visits) {
      There.Visit held = visit.match;
      if (held == null) {
        continue;
      }
      if (held.agreement != agreement.match) {
        notes.add(Note.KNOWN_ELSEWHERE, visit.origin, customer.name() + " on " + visit.day);
      }
      if (held.agreement.key == null) {
        continue;
      }
      visit.line.put("externalId", held.key == null ? visit.key : held.key);
      visit.line.put("agreementExternalId", held.agreement.key);
      boolean keepsTime = held.lived || !visit.is("timed");
      if (held.isPast() && held.isOn(visit.day) && keepsTime) {
        visit.line.put("scheduledAt", held.scheduledAt);
      }
      if (visit.is("settled")) {
        visit.line.remove("permanence");
      }
      addVisit(visit);
    }
  }

  private void write(
      NameGroup group, Own.Customer customer, String customerKey, Own.Agreement agreement)
      throws IOException {
    String key =
        agreement.match != null
            ? agreement.match.key
            : group.free(under(customerKey, customer, agreement.key));
    agreement.line.put("externalId", key);
    agreement.line.put("customerExternalId", customerKey);
    rename(agreement.line, "technicianExternalId");
    if (!agreement.isNamed() && agreement.match != null) {
      agreement.line.put("program", agreement.match.program);
    }
    add(Destination.AGREEMENTS, agreement.origin, agreement.line);
    for (Own.Visit visit : agreement.visits) {
      if (visit.match == null) {
        visit.line.put(
            "externalId",
            visit.is("given") ? visit.key : group.free(under(customerKey, customer, visit.key)));
        visit.line.put("agreementExternalId", key);
        addVisit(visit);
      }
    }
    if (agreement.cancellation != null) {
      agreement.cancellation.line().put("agreementExternalId", key);
      add(
          Destination.CANCELLATIONS,
          agreement.cancellation.origin(),
          agreement.cancellation.line());
    }
  }

  /** What is under the customer's key in the file is under the one by which they are held. */
  private static String under(String customerKey, Own.Customer customer, String key) {
    return key.startsWith(customer.key + ".")
        ? customerKey + key.substring(customer.key.length())
        : key;
  }

  private void addVisit(Own.Visit visit) throws IOException {
    rename(visit.line, "technicianExternalId");
    rename(visit.line, "plannedTechnicianExternalId");
    add(Destination.VISITS, visit.origin, visit.line);
  }

  private void rename(ObjectNode line, String technician) {
    if (line.has(technician)) {
      line.put(technician, technicians.key(line.get(technician).asText()));
    }
  }

  private void add(Destination destination, long origin, ObjectNode line) throws IOException {
    line.remove(About.FIELD);
    try {
      lines.get(destination).add(origin, json.writeValueAsBytes(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
