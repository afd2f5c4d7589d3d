package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.CompanyZone;
import io.familiarface.standalone.ConsumerLag;
import io.familiarface.standalone.LocalSystem;
import io.familiarface.standalone.Progress;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.ServiceResponse;
import io.familiarface.standalone.TokenClaims;
import io.familiarface.standalone.UserError;
import java.awt.Color;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A company to look at: a dozen technicians, and some three hundred customers over eighteen months,
 * Dorothy and Grace among them. It comes in by the public API alone.
 */
public final class DemoCompany {
  /**
   * Who has the last word there: what nobody took in time, and remedies above a limit, are Pat's.
   */
  public static final Map<String, String> SETTINGS =
      Map.of("FAMILIAR_COMPLAINT_ESCALATES_TO", "Pat");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Map<Service, ServiceClient> services = new EnumMap<>(Service.class);
  private final LocalSystem system;
  private final Company company;

  private DemoCompany(LocalSystem system, Company company) {
    for (Service service : Service.values()) {
      services.put(service, as("admin", service, system));
    }
    this.system = system;
    this.company = company;
  }

  /**
   * Loads the company into a system that runs, unless it is there or the data are somebody's own.
   */
  public static void loadOnce(LocalSystem system, Progress progress) {
    if (system.dataDirectory().hasDemo() || system.dataDirectory().isOwn()) {
      return;
    }
    var zone = CompanyZone.id();
    var demo = new DemoCompany(system, Company.asOf(LocalDate.now(zone), zone));
    demo.load(progress);
    progress.step("demo company: heard by all", () -> new ConsumerLag(system).await(PATIENCE));
    progress.step(
        "demo company: who will be away", () -> demo.company.lastOfAll().forEach(demo::write));
    demo.askForBackTest();
    system.dataDirectory().markDemoLoaded();
  }

  /** Cancellations before visits, so that nobody is flagged on the way who has long been gone. */
  private void load(Progress progress) {
    take(progress, Service.CUSTOMERS, "customers", company.lines().customers);
    take(progress, Service.JOBS, "technicians", company.lines().technicians);
    take(progress, Service.CUSTOMERS, "promises", company.lines().promises);
    take(progress, Service.JOBS, "agreements", company.lines().agreements);
    progress.step("demo company: absences, notes and photos", this::writeDown);
    take(progress, Service.JOBS, "cancellations", company.lines().cancellations);
    take(progress, Service.JOBS, "visits", company.lines().visits);
    progress.step(
        "demo company: %d visits written up here".formatted(company.completions().size()),
        () -> company.completions().parallelStream().forEach(this::write));
    take(progress, Service.FEEDBACK, "feedback", company.lines().feedback);
    take(progress, Service.FEEDBACK, "complaints", company.lines().complaints);
    progress.step("demo company: what takes several steps", this::takeSteps);
  }

  /** So that there is one to be looked at; it is made in the background. */
  private void askForBackTest() {
    require(
        services
            .get(Service.FEEDBACK)
            .send("GET", "/v1/risk/backtest?origins=6", null, Map.of("Prefer", "respond-async")));
  }

  private void writeDown() {
    company.notes().parallelStream().forEach(this::write);
    hang(Service.CUSTOMERS, "customers/ext:C0001", 0x8A8F98, 0x7A4E7E);
    hang(Service.CUSTOMERS, "customers/ext:C0003", 0x5B3A24, 0x3F6B8C);
    hang(Service.JOBS, "technicians/ext:T0001", 0x2E2A28, 0x4F7A5A);
    hang(Service.JOBS, "technicians/ext:T0005", 0xB07A45, 0x4F7A5A);
  }

  /** One after the other: who is let go, complaints that are being mended. */
  private void takeSteps() {
    company.inOrder().forEach(this::write);
    eraseSomebody();
  }

  /** So that there is an erasure to be looked at; of the customer nothing is left. */
  private void eraseSomebody() {
    ServiceClient customers = services.get(Service.CUSTOMERS);
    if (customers.get("/v1/erasures/ext:E0001").status() == 404) {
      write(ExampleCare.somebodyToErase());
      require(
          customers.send(
              "DELETE",
              "/v1/customers/ext:" + ExampleCare.ERASED + "?reason=asked+for+it&externalId=E0001",
              null,
              Map.of()));
    }
  }

  private void take(
      Progress progress, Service service, String what, List<? extends JsonNode> lines) {
    progress.step(
        "demo company: %d %s".formatted(lines.size(), what), () -> take(service, what, lines));
  }

  private void take(Service service, String what, List<? extends JsonNode> lines) {
    var body = new StringBuilder();
    lines.forEach(line -> body.append(line).append('\n'));
    ServiceResponse answer =
        services
            .get(service)
            .post("/v1/" + what + "/import", "application/x-ndjson", body.toString());
    require(answer);
    for (JsonNode line : answer.lines()) {
      if (line.path("status").asText().equals("REJECTED")) {
        throw new UserError("The demo's " + what + " were refused: " + line);
      }
    }
  }

  /** The key makes a second try after a broken first one harmless. */
  private void write(DemoRequest note) {
    String key = "demo-" + Integer.toHexString((note.path() + note.body()).hashCode());
    require(
        as(note.role(), note.service())
            .send(
                "POST",
                note.path(),
                note.body().toString(),
                Map.of("Content-Type", "application/json", "Idempotency-Key", key)));
  }

  private ServiceClient as(String role, Service service) {
    return role.equals("admin") ? services.get(service) : as(role, service, system);
  }

  private static ServiceClient as(String role, Service service, LocalSystem system) {
    return system.client(service, TokenClaims.of(role, "demo " + role, Duration.ofHours(1)));
  }

  private void hang(Service service, String whose, int hair, int dress) {
    ServiceClient client = services.get(service);
    String path = "/v1/" + whose + "/photo";
    if (client.get(path).status() == 404) {
      byte[] portrait = Portrait.of(new Color(hair), new Color(dress));
      require(client.put(path, "image/png", portrait, Map.of()));
    }
  }

  private static void require(ServiceResponse answer) {
    if (!answer.isSuccess()) {
      throw new UserError("The demo company was refused: " + answer);
    }
  }
}
