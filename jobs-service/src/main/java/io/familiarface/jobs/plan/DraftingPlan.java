package io.familiarface.jobs.plan;

import static java.util.Comparator.naturalOrder;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.planning.PlanningAhead;
import io.familiarface.jobs.substitute.RosterEntry;
import io.familiarface.jobs.substitute.Rosters;
import io.familiarface.jobs.substitute.VisitDemand;
import io.familiarface.jobs.visit.NoticePeriod;
import io.familiarface.jobs.visit.VisitSettings;
import io.familiarface.jobs.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what a plan is made of, in one transaction and few queries. */
@ApplicationScoped
class DraftingPlan {
  private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);

  /** Of a visit whose price nobody has said: so much that it counts, in cents a year. */
  private static final long WORTH_UNKNOWN = 100_000;

  private static final String USUAL_CURRENCY = "USD";

  private final Visits visits;
  private final Agreements agreements;
  private final CustomerCopies customers;
  private final Rosters rosters;
  private final CompanyCalendar calendar;
  private final VisitSettings visitSettings;
  private final NoticePeriod noticePeriod;
  private final PlanSettings settings;
  private final PlanningAhead ahead;
  private final PlanProposals proposals;
  private final OtherWorks otherWorks;

  DraftingPlan(
      Visits visits,
      Agreements agreements,
      CustomerCopies customers,
      Rosters rosters,
      CompanyCalendar calendar,
      VisitSettings visitSettings,
      NoticePeriod noticePeriod,
      PlanSettings settings,
      PlanningAhead ahead,
      PlanProposals proposals,
      OtherWorks otherWorks) {
    this.visits = visits;
    this.agreements = agreements;
    this.customers = customers;
    this.rosters = rosters;
    this.calendar = calendar;
    this.visitSettings = visitSettings;
    this.noticePeriod = noticePeriod;
    this.settings = settings;
    this.ahead = ahead;
    this.proposals = proposals;
    this.otherWorks = otherWorks;
  }

  @Transactional
  PlanDraft draft(PlanCause cause) {
    Instant now = calendar.now();
    if (cause.kind() == PlanKind.DEPARTURE) {
      // Whose next visit is far, or made by a stand-in, gets a successor as well.
      ahead.planNextOf(cause.technicianId(), cause.from());
    }
    List<Visits.Touched> touched =
        visits.toCome(
            cause.technicianId(),
            calendar,
            cause.from(),
            cause.until(),
            settings.visitsAtMost() + 1);
    boolean leftOut = touched.size() > settings.visitsAtMost();
    List<Visits.Touched> considered =
        leftOut ? touched.subList(0, settings.visitsAtMost()) : touched;
    Set<UUID> refused = proposals.refused(cause.planId());
    List<Visits.Touched> tasks =
        (cause.kind() == PlanKind.DEPARTURE ? handOvers(considered) : considered)
            .stream().filter(visit -> !refused.contains(visit.id())).toList();
    List<OtherWork> works =
        otherWorks.of(cause, considered, now).stream()
            .filter(work -> !refused.contains(work.id()))
            .toList();
    List<Visits.Touched> all = new ArrayList<>(considered);
    works.forEach(work -> all.add(work.asVisit(cause.technicianId(), calendar)));
    Facts facts = facts(cause, all, lastDay(considered, works, now), now);
    ProposingOthers proposing =
        new ProposingOthers(
            cause,
            facts.roster(),
            new PlannedSubstitutions(cause, now, noticePeriod.length(), calendar),
            calendar);
    List<OtherProposal> others =
        proposing.propose(
            works, work -> toServe(work.asVisit(cause.technicianId(), calendar), List.of(), facts));
    return new PlanDraft(
        cause,
        now,
        tasks.stream().map(visit -> toServe(visit, considered, facts)).toList(),
        others,
        proposing.rosterThen(),
        visitSettings.length(),
        noticePeriod.length(),
        facts.worth().values().stream()
            .map(Agreements.Worth::priceCurrency)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(USUAL_CURRENCY),
        leftOut);
  }

  /**
   * One for each agreement whose own technician leaves; the visits after it follow by themselves.
   */
  private static List<Visits.Touched> handOvers(List<Visits.Touched> touched) {
    Map<UUID, Visits.Touched> first = new LinkedHashMap<>();
    List<Visits.Touched> tasks = new ArrayList<>();
    for (Visits.Touched visit : touched) {
      if (!visit.isOwn() || first.putIfAbsent(visit.agreementId(), visit) == null) {
        tasks.add(visit);
      }
    }
    return tasks;
  }

  private record Facts(
      PlanCause cause,
      List<RosterEntry> roster,
      Map<UUID, Agreements.Worth> worth,
      Map<UUID, CustomerState> customers,
      Map<UUID, Map<UUID, Visits.FamiliarityOf>> known,
      Map<UUID, Set<UUID>> declined,
      Map<UUID, VisitToServe.Joint> joint) {}

  private Facts facts(PlanCause cause, List<Visits.Touched> touched, LocalDate last, Instant now) {
    Set<UUID> customerIds =
        touched.stream().map(Visits.Touched::customerId).collect(Collectors.toSet());
    Map<UUID, Map<UUID, Visits.FamiliarityOf>> known = new HashMap<>();
    visits
        .familiarity(customerIds)
        .forEach(
            one ->
                known
                    .computeIfAbsent(one.customerId(), any -> new HashMap<>())
                    .put(one.technicianId(), one));
    Map<UUID, Set<UUID>> declined = new HashMap<>();
    visits
        .declinedBy(customerIds)
        .forEach(
            one ->
                declined
                    .computeIfAbsent(one.customerId(), any -> new HashSet<>())
                    .add(one.technicianId()));
    return new Facts(
        cause,
        rosters.between(calendar.dayOf(now), last),
        agreements
            .worth(
                touched.stream()
                    .map(Visits.Touched::agreementId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Agreements.Worth::id, Function.identity())),
        customers.known(customerIds),
        known,
        declined,
        cause.kind() == PlanKind.DEPARTURE ? lastVisits(cause, now) : Map.of());
  }

  /** Of the visits, and of those days to which they could be moved, and of all other work. */
  private LocalDate lastDay(List<Visits.Touched> touched, List<OtherWork> works, Instant now) {
    return Stream.concat(
            touched.stream().map(visit -> visit.scheduledOn().plusDays(settings.moveAtMostDays())),
            works.stream().map(OtherWork::until))
        .max(naturalOrder())
        .orElse(calendar.dayOf(now));
  }

  /** The last visits of who leaves, by agreement. */
  private Map<UUID, VisitToServe.Joint> lastVisits(PlanCause cause, Instant now) {
    Map<UUID, VisitToServe.Joint> last = new HashMap<>();
    visits
        .toCome(
            cause.technicianId(),
            calendar,
            calendar.dayOf(now),
            cause.from().minusDays(1),
            settings.visitsAtMost())
        .forEach(
            visit ->
                last.put(
                    visit.agreementId(),
                    new VisitToServe.Joint(
                        visit.id(), visit.scheduledAt(), visit.scheduledOn(), isTimed(visit))));
    return last;
  }

  private VisitToServe toServe(Visits.Touched visit, List<Visits.Touched> touched, Facts facts) {
    boolean handsOver = facts.cause().kind() == PlanKind.DEPARTURE && visit.isOwn();
    Agreements.Worth worth = facts.worth().get(visit.agreementId());
    return new VisitToServe(
        visit,
        demand(visit, facts),
        facts.known().getOrDefault(visit.customerId(), Map.of()),
        facts.customers().get(visit.customerId()),
        yearly(worth),
        facts.cause().kind() == PlanKind.ABSENCE ? moveAtMost(worth) : 0,
        worth == null ? visit.scheduledOn() : worth.startsOn(),
        handsOver
            ? touched.stream()
                .filter(other -> other.agreementId().equals(visit.agreementId()))
                .filter(other -> other.scheduledAt().isAfter(visit.scheduledAt()))
                .filter(this::isTimed)
                .map(Visits.Touched::scheduledAt)
                .toList()
            : List.of(),
        handsOver ? facts.joint().get(visit.agreementId()) : null);
  }

  private VisitDemand demand(Visits.Touched visit, Facts facts) {
    Set<String> wanted =
        facts.roster().stream()
            .filter(who -> who.technicianId().equals(visit.plannedTechnicianId()))
            .findFirst()
            .map(RosterEntry::skills)
            .orElse(Set.of());
    return new VisitDemand(
        visit.id(),
        visit.scheduledAt(),
        visit.scheduledOn(),
        calendar.timeOf(visit.scheduledAt()),
        isTimed(visit),
        visitSettings.length(),
        wanted,
        facts.declined().getOrDefault(visit.customerId(), Set.of()));
  }

  private boolean isTimed(Visits.Touched visit) {
    return visit.timeSaid();
  }

  private int moveAtMost(Agreements.Worth worth) {
    int half = worth == null ? 0 : worth.visitIntervalDays().intValue() / 2;
    return Math.min(settings.moveAtMostDays(), half);
  }

  private static long yearly(Agreements.Worth worth) {
    if (worth == null || worth.priceAmount() == null || worth.visitIntervalDays().signum() <= 0) {
      return WORTH_UNKNOWN;
    }
    return worth
        .priceAmount()
        .movePointRight(2)
        .multiply(DAYS_OF_A_YEAR)
        .divideToIntegralValue(worth.visitIntervalDays())
        .longValue();
  }
}
