package io.familiarface.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Answer;
import io.familiarface.standalone.Bearer;
import io.familiarface.standalone.CatchingUp;
import io.familiarface.standalone.CompanyZone;
import io.familiarface.standalone.LocalSystem;
import io.familiarface.standalone.Progress;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.Trouble;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A small company to look at: four technicians, and Dorothy and Grace, who have both had nine
 * monthly visits and were treated differently. It comes in by the public imports alone.
 */
public final class DemoCompany {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServiceClient customers;
  private final ServiceClient jobs;
  private final NineVisits history;

  private DemoCompany(ServiceClient customers, ServiceClient jobs, NineVisits history) {
    this.customers = customers;
    this.jobs = jobs;
    this.history = history;
  }

  /** Loads the company into a system that runs and has not been given it before. */
  public static void loadOnce(LocalSystem system, Progress progress) {
    if (system.home().hasDemo()) {
      return;
    }
    var manager = Bearer.of("admin", "demo", Duration.ofHours(1));
    var company =
        new DemoCompany(
            system.client(Service.CUSTOMERS, manager),
            system.client(Service.JOBS, manager),
            NineVisits.untilSoonAfter(LocalDate.now(CompanyZone.id())));
    progress.step("demo company", company::load);
    progress.step("demo company, heard by all", () -> new CatchingUp(system).await(PATIENCE));
    system.home().noteDemo();
  }

  private void load() {
    take(customers, "customers", history.customers());
    take(jobs, "technicians", history.technicians());
    take(customers, "promises", history.promises());
    take(jobs, "agreements", history.agreements());
    take(jobs, "visits", history.visits());
    history.traits().forEach(this::tell);
    once(jobs, "/v1/technicians/ext:T0002/absences", history.vacation());
  }

  private void tell(String customer, JsonNode trait) {
    once(customers, "/v1/customers/ext:" + customer + "/traits", trait);
  }

  private static void take(ServiceClient service, String what, List<? extends JsonNode> lines) {
    var body = new StringBuilder();
    lines.forEach(line -> body.append(line).append('\n'));
    Answer answer =
        service.post("/v1/" + what + "/import", "application/x-ndjson", body.toString());
    require(answer);
    for (JsonNode line : answer.lines()) {
      if (line.path("status").asText().equals("REJECTED")) {
        throw new Trouble("The demo's " + what + " were refused: " + line);
      }
    }
  }

  /** The key makes a second try after a broken first one harmless. */
  private static void once(ServiceClient service, String path, JsonNode body) {
    String key = "demo-" + Integer.toHexString((path + body).hashCode());
    require(
        service.send(
            "POST",
            path,
            body.toString(),
            Map.of("Content-Type", "application/json", "Idempotency-Key", key)));
  }

  private static void require(Answer answer) {
    if (!answer.isGood()) {
      throw new Trouble("The demo company was refused: " + answer);
    }
  }
}
