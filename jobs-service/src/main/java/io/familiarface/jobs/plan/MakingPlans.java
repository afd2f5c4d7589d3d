package io.familiarface.jobs.plan;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.plan.solver.PlanSolver;
import io.familiarface.rest.Ids;
import io.familiarface.rest.job.Jobs;
import io.familiarface.rest.job.RunningJob;
import io.familiarface.rest.logging.WithoutWords;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Makes the plans that wait, one after the other, beside the requests: one at a time among all
 * copies of this service. What was begun by a copy that is no more is begun anew.
 */
@ApplicationScoped
class MakingPlans {
  private static final Logger LOG = Logger.getLogger(MakingPlans.class);
  private static final String KIND = "PLAN";
  private static final int JOBS_KEPT = 20;

  private final PlanQueue queue;
  private final PlanProposals proposals;
  private final DraftingPlan drafting;
  private final PlanRisks risks;
  private final Jobs jobs;
  private final CompanyCalendar calendar;
  private final PlanSettings settings;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread one = new Thread(work, "plans");
            one.setDaemon(true);
            return one;
          });

  MakingPlans(
      PlanQueue queue,
      PlanProposals proposals,
      DraftingPlan drafting,
      PlanRisks risks,
      Jobs jobs,
      CompanyCalendar calendar,
      PlanSettings settings) {
    this.queue = queue;
    this.proposals = proposals;
    this.drafting = drafting;
    this.risks = risks;
    this.jobs = jobs;
    this.calendar = calendar;
    this.settings = settings;
  }

  void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlanAsked plan) {
    thread.execute(this::makeAll);
  }

  @Scheduled(
      every = "${familiar.plans.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void lookForWaiting() {
    thread.execute(this::makeAll);
  }

  private void makeAll() {
    try {
      Optional<Begun> next = begin();
      while (next.isPresent()) {
        if (next.get().jobId() != null) {
          make(next.get());
        }
        next = begin();
      }
    } catch (RuntimeException e) {
      LOG.warnf("Plans could not be looked for (%s). It is tried again.", WithoutWords.kind(e));
    }
  }

  /**
   * A plan that is ours to make.
   *
   * @param jobId null for one that was given up
   */
  private record Begun(UUID jobId, PlanCause cause) {}

  /** Empty when none waits, or another copy is at one. */
  private Optional<Begun> begin() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Optional<PlanCause> waiting = queue.nextWaiting();
              if (waiting.isEmpty()) {
                return Optional.empty();
              }
              if (queue.giveUpIfHopeless(waiting.get().planId())) {
                return Optional.of(new Begun(null, waiting.get()));
              }
              UUID job = Ids.next();
              if (!jobs.start(job, KIND, null, "system", calendar.now(), "Looking through")) {
                return Optional.empty();
              }
              jobs.forgetAllBut(JOBS_KEPT, KIND);
              queue.begin(waiting.get().planId(), job);
              return Optional.of(new Begun(job, waiting.get()));
            });
  }

  private void make(Begun begun) {
    RunningJob job = new RunningJob(begun.jobId(), "Looking through");
    Future<?> reporting = jobs.keepAlive(job);
    try {
      SolvedPlan solved = solve(begun.cause(), job);
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                if (jobs.end(begun.jobId(), calendar.now())) {
                  proposals.propose(solved, words(solved));
                }
              });
    } catch (RuntimeException e) {
      LOG.error("A plan could not be made; it is tried again", WithoutWords.of(e));
      QuarkusTransaction.requiringNew().run(() -> jobs.end(begun.jobId(), calendar.now()));
    } finally {
      reporting.cancel(false);
    }
  }

  private SolvedPlan solve(PlanCause cause, RunningJob job) {
    double budget = settings.budget().toMillis();
    job.at("Looking through", budget / 10, budget * 2);
    PlanDraft draft = drafting.draft(cause);
    job.at("Asking for risks", budget / 5, budget * 2);
    Optional<Map<UUID, RisksOfVisit>> known = risks.of(draft);
    job.at("Searching", budget, budget * 2);
    return new SolvingPlan(draft, known.orElse(Map.of()), calendar)
        .solve(
            new PlanSolver(settings.budget(), settings.patience()),
            spent -> job.at("Searching", budget + spent, budget * 2));
  }

  private static String words(SolvedPlan solved) {
    List<String> words = new ArrayList<>();
    if (!solved.riskKnown()) {
      words.add(
          "feedback-service could not be asked, so the risks are missing: the plan breaks the fewest"
              + " promises, and sends whom customers know.");
    }
    if (solved.leftOut()) {
      words.add("There are more visits than one plan is about: these come first.");
    }
    if (!solved.others().isEmpty()) {
      words.add(
          "Steps of projects and agreements at rest are not in the expected loss, which is reckoned by"
              + " visits: what another person at a step does to the risk is not known, nor when an"
              + " agreement at rest has its next visit.");
    }
    return words.isEmpty() ? null : String.join(" ", words);
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }
}
