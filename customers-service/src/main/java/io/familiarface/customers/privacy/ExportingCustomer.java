package io.familiarface.customers.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.customers.customer.CustomerFiles;
import io.familiarface.customers.customer.Customers;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.privacy.PersonalRecords;
import io.familiarface.rest.spool.Spool;
import io.familiarface.rest.time.Instants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Puts together all that the three services hold of a person, as one ZIP on disk. What the others
 * hold is asked for while no connection of the database is kept; one that does not answer is
 * missing, and {@code contents.json} says so.
 */
@ApplicationScoped
class ExportingCustomer {
  private final Customers customers;
  private final PersonalRecords records;
  private final OtherServices others;
  private final AuditTrail audit;
  private final Event<CustomerFiles> files;
  private final ObjectMapper mapper;
  private final Clock clock;

  ExportingCustomer(
      Customers customers,
      PersonalRecords records,
      OtherServices others,
      AuditTrail audit,
      Event<CustomerFiles> files,
      ObjectMapper mapper,
      Clock clock) {
    this.customers = customers;
    this.records = records;
    this.others = others;
    this.audit = audit;
    this.files = files;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** An export that is ready to be sent. */
  record Export(UUID customerId, StreamingOutput zip) {}

  Export export(Ref ref) throws IOException {
    UUID id = customers.idOf(ref);
    audit.read(id, "export");
    Spool spool = new Spool("export");
    try {
      // Not closed, which would close the file before it is sent.
      var zip = new ZipOutputStream(spool.out());
      write(id, zip);
      zip.finish();
      return new Export(id, spool.finish());
    } catch (IOException | RuntimeException e) {
      spool.discard();
      throw e;
    }
  }

  private void write(UUID id, ZipOutputStream zip) throws IOException {
    Map<String, OtherServices.Answer> answers = new LinkedHashMap<>();
    QuarkusTransaction.requiringNew().call(() -> writeOwn(id, zip));
    answers.put("customers", OtherServices.Answer.COMPLETE);
    for (String service : OtherServices.NAMES) {
      answers.put(service, writeOther(service, id, zip));
    }
    zip.putNextEntry(new ZipEntry("contents.json"));
    zip.write(
        mapper
            .writerWithDefaultPrettyPrinter()
            .writeValueAsBytes(ExportContents.of(id, Instants.toMicros(clock.instant()), answers)));
    zip.closeEntry();
  }

  private Void writeOwn(UUID id, ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry("customers.json"));
    records.write(id, zip);
    zip.closeEntry();
    files.fire(
        new CustomerFiles(
            id,
            (name, content) -> {
              zip.putNextEntry(new ZipEntry(name));
              zip.write(content);
              zip.closeEntry();
            }));
    return null;
  }

  /** First to disk: half an answer is none. */
  private OtherServices.Answer writeOther(String service, UUID id, ZipOutputStream zip)
      throws IOException {
    Spool spool = new Spool("export-of-" + service);
    OtherServices.Answer answer = others.copyExport(service, id, spool.out());
    if (answer != OtherServices.Answer.COMPLETE) {
      spool.discard();
      return answer;
    }
    zip.putNextEntry(new ZipEntry(service + ".json"));
    spool.finish().write(zip);
    zip.closeEntry();
    return answer;
  }
}
