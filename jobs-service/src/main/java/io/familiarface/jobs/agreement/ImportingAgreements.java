package io.familiarface.jobs.agreement;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.customer.CustomerLookup;
import io.familiarface.jobs.customer.CustomerRef;
import io.familiarface.jobs.technician.Technician;
import io.familiarface.jobs.technician.Technicians;
import io.familiarface.rest.Fingerprint;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads agreements of another system, a chunk at a time; one instance a request. */
@RequestScoped
class ImportingAgreements implements Importer<AgreementLine> {
  private final Agreements agreements;
  private final CustomerLookup customers;
  private final Technicians technicians;
  private final SigningAgreement signing;
  private final ChangingAgreement changing;
  private final AgreementPublisher publisher;

  private final Map<String, Agreement> known = new HashMap<>();

  /** Those of this chunk that are not written yet, in the order of their lines. */
  private final List<Agreement> signed = new ArrayList<>();

  private final Map<String, CustomerRef> knownCustomers = new HashMap<>();
  private final Map<String, Technician> knownTechnicians = new HashMap<>();

  ImportingAgreements(
      Agreements agreements,
      CustomerLookup customers,
      Technicians technicians,
      SigningAgreement signing,
      ChangingAgreement changing,
      AgreementPublisher publisher) {
    this.agreements = agreements;
    this.customers = customers;
    this.technicians = technicians;
    this.signing = signing;
    this.changing = changing;
    this.publisher = publisher;
  }

  @Override
  public Class<AgreementLine> lineType() {
    return AgreementLine.class;
  }

  @Override
  public String externalId(AgreementLine line) {
    return line.externalId();
  }

  @Override
  public void lookUp(List<AgreementLine> chunk) {
    customers.learn(Importer.keys(chunk, AgreementLine::customerExternalId));
  }

  @Override
  public List<String> touches(AgreementLine line) {
    return List.of(line.externalId());
  }

  @Override
  public void prepare(List<AgreementLine> chunk) {
    signed.clear();
    known.clear();
    knownCustomers.clear();
    knownTechnicians.clear();
    known.putAll(agreements.byExternalIds(Importer.keys(chunk, AgreementLine::externalId)));
    knownCustomers.putAll(customers.known(Importer.keys(chunk, AgreementLine::customerExternalId)));
    knownTechnicians.putAll(
        technicians.byExternalIds(Importer.keys(chunk, AgreementLine::technicianExternalId)));
  }

  @Override
  public Optional<UUID> lastToldBy(AgreementLine line) {
    return Optional.ofNullable(known.get(line.externalId()))
        .filter(agreement -> Objects.equals(agreement.lineFingerprint, Fingerprint.of(line)))
        .map(agreement -> agreement.id);
  }

  @Override
  public Optional<String> warning(AgreementLine line) {
    return Recurrence.warning(line.recurrence(), line.startsOn());
  }

  @Override
  public LineResult apply(AgreementLine line) {
    long fingerprint = Fingerprint.of(line);
    Agreement agreement = known.get(line.externalId());
    SigningAgreement.requireValidRecurrence(line.recurrence(), line.startsOn());
    CustomerRef customer = customer(line);
    return agreement == null
        ? create(line, customer, fingerprint)
        : correct(written(agreement), line, customer, fingerprint);
  }

  /** All at once, past the session; telling of them has planned their visits. */
  @Override
  public void flush() {
    agreements.insert(signed);
    signed.clear();
  }

  /** One that is to be changed though a line before in this chunk may have brought it. */
  private Agreement written(Agreement agreement) {
    if (agreements.isPersistent(agreement)) {
      return agreement;
    }
    flush();
    Agreement written = agreements.findById(agreement.id);
    known.put(written.externalId, written);
    return written;
  }

  private LineResult create(AgreementLine line, CustomerRef customer, long fingerprint) {
    Agreement agreement =
        signing.create(
            line.externalId(), customer, line.startsOn(), technicianId(line), line.terms());
    agreement.recurrenceGuessed = line.isRecurrenceGuessed();
    agreement.lineFingerprint = fingerprint;
    known.put(line.externalId(), agreement);
    signed.add(agreement);
    publisher.started(agreement);
    return LineResult.created(agreement.id);
  }

  private LineResult correct(
      Agreement agreement, AgreementLine line, CustomerRef customer, long fingerprint) {
    if (!agreement.customerId.equals(customer.id())) {
      throw JobsProblem.CONTRADICTION.at(
          "/customerExternalId",
          "Agreement %s belongs to another customer.".formatted(line.externalId()));
    }
    if (publisher.fact(agreement).neverBegan() && !agreement.startsOn.equals(line.startsOn())) {
      throw JobsProblem.CONTRADICTION.at(
          "/startsOn",
          "Agreement %s was cancelled before it began on %s. It can't begin on another day."
              .formatted(line.externalId(), agreement.startsOn));
    }
    Terms before = agreement.terms();
    Terms after = line.terms(before, !agreement.recurrenceGuessed);
    boolean guessed = agreement.recurrenceGuessed && line.isRecurrenceGuessed();
    UUID technicianId =
        line.technicianExternalId() == null ? agreement.startingTechnicianId : technicianId(line);
    boolean sameStart =
        agreement.startsOn.equals(line.startsOn())
            && Objects.equals(agreement.startingTechnicianId, technicianId);
    agreement.lineFingerprint = fingerprint;
    if (sameStart && agreement.recurrenceGuessed == guessed && after.isEquivalentTo(before)) {
      return LineResult.unchanged(agreement.id);
    }
    AgreementEvent factBefore = publisher.fact(agreement);
    LocalDate startedOn = agreement.startsOn;
    UUID usualBefore = agreement.usualTechnicianId;
    boolean wasGuessed = agreement.recurrenceGuessed;
    agreement.correctStart(line.startsOn(), technicianId);
    agreement.updateTerms(after);
    agreement.recurrenceGuessed = guessed;
    // Planning anew writes the visits of those that are signed in this chunk as well.
    flush();
    agreements.flush();
    boolean otherTechnician = !Objects.equals(usualBefore, agreement.usualTechnicianId);
    boolean otherVisits =
        otherTechnician || !after.plansLike(before) || !startedOn.equals(agreement.startsOn);
    if (!agreement.isActive()) {
      publisher.changed(agreement, factBefore);
    } else {
      // Nobody asks for somebody else to come without being asked; of a guess nobody was told.
      boolean ours = line.askedBy() == null && otherTechnician && !wasGuessed;
      changing.tell(
          agreement,
          factBefore,
          before,
          wasGuessed,
          otherVisits,
          ours ? AskedBy.COMPANY : line.askedBy());
    }
    return LineResult.updated(agreement.id);
  }

  private CustomerRef customer(AgreementLine line) {
    CustomerRef customer = knownCustomers.get(line.customerExternalId());
    if (customer == null) {
      throw CustomerLookup.unknown(line.customerExternalId());
    }
    return customer;
  }

  private UUID technicianId(AgreementLine line) {
    if (line.technicianExternalId() == null) {
      return null;
    }
    Technician technician = knownTechnicians.get(line.technicianExternalId());
    if (technician == null) {
      throw Technicians.unknown(line.technicianExternalId());
    }
    return technician.id();
  }
}
