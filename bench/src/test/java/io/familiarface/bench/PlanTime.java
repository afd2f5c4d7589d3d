package io.familiarface.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * From the answer that a technician is away until the plan for their visits is proposed, and what
 * the plan is worth beside sending whoever is free next: forty technicians in four branches, with
 * five visits on each of twenty working days, each to another customer; three of the technicians
 * are sick for a week.
 */
final class PlanTime implements Bench.Part {
  private static final int BRANCHES = 4;
  private static final int WORKING_DAYS = 20;
  private static final int VISITS_A_DAY = 5;
  private static final int EACH = WORKING_DAYS * VISITS_A_DAY;
  private static final int PAST_VISITS = 4;
  private static final int DAYS_BETWEEN = 28;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final List<Integer> HOURS = IntStream.range(9, 17).boxed().toList();

  private final Path root;
  private final int technicians;
  private final Random random = new Random(15);
  private final LocalDate monday =
      LocalDate.now(ZoneOffset.UTC).plusDays(3).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  PlanTime(Path root, Workload workload) {
    this.root = root;
    this.technicians = workload.planningTechnicians();
  }

  @Override
  public void measure(Report report) throws Exception {
    try (RunningSystem system = RunningSystem.create(root)) {
      system.start();
      fill(system);
      List<JsonNode> plans = new ArrayList<>();
      double slowest = 0;
      for (int who : new int[] {0, technicians / 3, technicians * 2 / 3}) {
        long began = System.nanoTime();
        plans.add(made(system, sick(system, who)));
        slowest = Math.max(slowest, (System.nanoTime() - began) / 1e9);
      }
      report(report, plans, slowest);
    }
  }

  private void report(Report report, List<JsonNode> plans, double slowest) {
    String how =
        "%d technicians, %d visits in four weeks; the slowest of three absences of a week, with %d visits"
            .formatted(
                technicians,
                technicians * EACH,
                plans.stream().mapToInt(plan -> plan.path("items").size()).sum());
    report.add(Measurement.atMost("absence to proposed plan", slowest, "s", 10, how));
    double now = sum(plans, "/expectedLoss/now/amount");
    double nextFree = sum(plans, "/expectedLoss/nextFree/amount") - now;
    double planned = sum(plans, "/expectedLoss/plan/amount") - now;
    report.add(
        Measurement.atMost(
            "expected loss of the plan, of that of the next free",
            nextFree <= 0 ? 1 : planned / nextFree,
            "×",
            0.6,
            "what the absences add to what is expected anyway"));
    report.add(
        Measurement.atMost(
            "promises broken by the plan, more than by the next free",
            sum(plans, "/promisesBroken/plan") - sum(plans, "/promisesBroken/nextFree"),
            "",
            0,
            "of all three"));
  }

  private static double sum(List<JsonNode> plans, String field) {
    return plans.stream().mapToDouble(plan -> plan.at(field).asDouble()).sum();
  }

  private String sick(RunningSystem system, int who) {
    LocalDate from = monday.plusWeeks(who % 3);
    ServiceResponse answer =
        system
            .client(Service.JOBS)
            .send(
                "POST",
                "/v1/technicians/ext:PT%d/absences".formatted(who),
                "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%s\"}"
                    .formatted(from, from.plusDays(4)),
                Map.of("Content-Type", "application/json"));
    if (!answer.isSuccess()) {
      throw new IllegalStateException(answer.toString());
    }
    // The plan of an absence has its id.
    return "/v1/plans/" + answer.json().path("id").asText();
  }

  private static JsonNode made(RunningSystem system, String plan) throws InterruptedException {
    long until = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < until) {
      JsonNode read = system.client(Service.JOBS).get(plan).json();
      if (!read.path("state").asText().equals("SOLVING")) {
        if (!read.path("expectedLoss").isObject()) {
          throw new IllegalStateException("No risks in " + read.path("why"));
        }
        return read;
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException(plan + " was not made within " + LONGEST);
  }

  /**
   * A customer for each visit, whom the usual technician and one other of the branch have known.
   */
  private void fill(RunningSystem system) throws InterruptedException {
    List<String> agreements = new ArrayList<>();
    List<String> visits = new ArrayList<>();
    List<String> promises = new ArrayList<>();
    List<String> customers = new ArrayList<>();
    for (int who = 0; who < technicians; who++) {
      for (int day = 0; day < WORKING_DAYS; day++) {
        List<Integer> hours = new ArrayList<>(HOURS);
        Collections.shuffle(hours, random);
        for (int hour : hours.subList(0, VISITS_A_DAY)) {
          int n = customers.size();
          LocalDate first =
              monday
                  .plusWeeks(day / 5)
                  .plusDays(day % 5)
                  .minusDays((PAST_VISITS + 1) * DAYS_BETWEEN);
          customers.add(customer(n, who));
          agreements.add(agreement(n, who, first, hour));
          pastVisits(n, who, first, hour, visits);
          if (random.nextInt(3) == 0) {
            promises.add(promise(n, who, first));
          }
        }
      }
    }
    ImportedVisits.send(
        system,
        Service.JOBS,
        "technicians",
        IntStream.range(0, technicians)
            .mapToObj(
                who ->
                    "{\"externalId\":\"PT%1$d\",\"name\":\"Planner %1$d\",\"branch\":\"%2$s\",\"skills\":[\"rodents\"]}"
                        .formatted(who, branch(who)))
            .toList());
    ImportedVisits.send(system, Service.CUSTOMERS, "customers", customers);
    ImportedVisits.send(system, Service.JOBS, "agreements", agreements);
    ImportedVisits.send(system, Service.JOBS, "visits", visits);
    system.awaitQuiet(LONGEST);
    ImportedVisits.send(system, Service.CUSTOMERS, "promises", promises);
    awaitVisitsToCome(system);
    system.awaitQuiet(LONGEST);
  }

  private void awaitVisitsToCome(RunningSystem system) throws InterruptedException {
    String path =
        "/v1/visits?state=PLANNED&technicianId=ext:PT%d&from=%sT00:00:00Z&to=%sT00:00:00Z&limit=500"
            .formatted(technicians - 1, monday, monday.plusWeeks(4));
    long until = System.nanoTime() + LONGEST.toNanos();
    while (system.client(Service.JOBS).get(path).json().path("items").size() < EACH) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("The visits to come were not planned within " + LONGEST);
      }
      Thread.sleep(500);
    }
  }

  private static String branch(int who) {
    return "plan " + who % BRANCHES;
  }

  private static String customer(int n, int who) {
    return "{\"externalId\":\"PC%1$d\",\"kind\":\"HOUSEHOLD\",\"name\":\"Planned %1$d\",\"branch\":\"%2$s\"}"
        .formatted(n, branch(who));
  }

  private String agreement(int n, int who, LocalDate first, int hour) {
    return """
    {"externalId":"PA%1$d","customerExternalId":"PC%1$d","program":"Pests","recurrence":"FREQ=WEEKLY;INTERVAL=4","startsOn":"%2$s","visitAt":"%3$s","price":{"amount":"%4$d.00","currency":"USD"},"technicianExternalId":"PT%5$d"}\
    """
        .formatted(n, first, LocalTime.of(hour, 0), 60 + random.nextInt(140), who);
  }

  private void pastVisits(int n, int who, LocalDate first, int hour, List<String> visits) {
    int other = (who + BRANCHES * (1 + random.nextInt(technicians / BRANCHES - 1))) % technicians;
    for (int i = 0; i < PAST_VISITS; i++) {
      boolean instead = i == 1;
      visits.add(
          """
          {"externalId":"PV%1$d-%2$d","agreementExternalId":"PA%1$d","scheduledAt":"%3$sT%4$02d:00:00Z","outcome":"COMPLETED","technicianExternalId":"PT%5$d","plannedTechnicianExternalId":"PT%6$d"%7$s}\
          """
              .formatted(
                  n,
                  i,
                  first.plusDays((long) i * DAYS_BETWEEN),
                  hour + 5,
                  instead ? other : who,
                  who,
                  instead ? ",\"changeReason\":\"SICK\",\"permanence\":\"THIS_VISIT\"" : ""));
    }
  }

  private static String promise(int n, int who, LocalDate first) {
    return """
    {"externalId":"PP%1$d","customerExternalId":"PC%1$d","kind":"SAME_TECHNICIAN","text":"Always the same.","madeBy":"Planner %2$d","madeAt":"%3$sT15:00:00Z","technicianExternalId":"PT%2$d"}\
    """
        .formatted(n, who, first.plusDays(2L * DAYS_BETWEEN));
  }
}
