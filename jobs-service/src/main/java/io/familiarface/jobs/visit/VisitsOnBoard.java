package io.familiarface.jobs.visit;

import io.familiarface.database.Database;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.risk.RiskCopies;
import io.familiarface.jobs.technician.Technicians;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/** The visits of some days, for whoever sees to it that the right one comes. */
@ApplicationScoped
public class VisitsOnBoard {
  /**
   * What goes with each visit is looked up by its id: no plan goes through a whole table for it.
   */
  private static final String SELECT =
      """
      select v.id, v.external_id, v.version, v.state, v.scheduled_at, v.scheduled_on,
        v.time_said, v.arrived_at, %s,
        v.technician_id, v.planned_technician_id, p.name as planned_technician_name,
        v.change_reason, v.permanence, v.customer_told, v.customer_told_at, v.introduced,
        v.introduced_at, v.told_late,
        g.program, v.customer_id,
        coalesce(c.external_id, g.customer_external_id) as customer_external_id,
        c.likes_to_be_called as customer_name, c.branch as customer_branch, c.promises,
        coalesce(%s, false) as licence_ended, %s as at_step,
        r.probability as risk_probability, r.band as risk_band, r.flagged as risk_flagged,
        r.as_of as risk_as_of
      from visit v
      cross join lateral (select * from %s g where g.id = v.agreement_id limit 1) g
      left join %s t on t.id = v.technician_id
      left join %5$s p on p.id = v.planned_technician_id
      left join lateral (select * from %s c where c.id = v.customer_id limit 1) c on true
      left join lateral (select * from %s r where r.customer_id = v.customer_id limit 1) r on true\
      """
          .formatted(
              ArrivalWindow.COLUMNS,
              Technicians.LICENCE_ENDED,
              Bookings.AT_STEP,
              Agreements.SUMMARIES,
              Technicians.SUMMARIES,
              CustomerCopies.PROMISES,
              RiskCopies.SUMMARIES);

  private final Database database;

  VisitsOnBoard(Database database) {
    this.database = database;
  }

  /**
   * @param promises those of the customer that stand or were broken, a JSON array
   * @param licenceEnded whether a licence by which the technician was chosen has ended by then
   * @param atStep whether the technician is at a step of a project on its day
   * @param risk null if nobody has assessed it
   */
  public record Entry(
      UUID id,
      String externalId,
      long version,
      VisitState state,
      Instant scheduledAt,
      LocalDate scheduledOn,
      @Nested("window") ArrivalWindow arrivalWindow,
      Instant arrivedAt,
      boolean timeSaid,
      UUID technicianId,
      UUID plannedTechnicianId,
      String plannedTechnicianName,
      ChangeReason changeReason,
      Permanence permanence,
      @Nested Notice notice,
      boolean toldLate,
      String program,
      UUID customerId,
      String customerExternalId,
      String customerName,
      String customerBranch,
      String promises,
      boolean licenceEnded,
      boolean atStep,
      @Nested("risk") VisitView.Risk risk) {

    /** Told in time; null if nobody knows. */
    public Boolean customerTold() {
      return toldLate ? Boolean.FALSE : notice.toldBefore(scheduledAt);
    }

    /** Those of the customer's promises that it breaks as it is planned. */
    public List<CustomerState.Promise> broken(List<CustomerState.Promise> all) {
      return state == VisitState.PLANNED && technicianId != null
          ? new Substitution(
                  technicianId, changeReason, permanence, toldLate ? notice.untold() : notice)
              .broken(plannedTechnicianId, scheduledAt, all)
          : List.of();
    }

    /** Somebody else comes than the customer expects, and nobody has told them in time. */
    public boolean isUnannouncedChange() {
      return state == VisitState.PLANNED
          && technicianId != null
          && !Objects.equals(technicianId, plannedTechnicianId)
          && !Boolean.TRUE.equals(customerTold());
    }
  }

  /**
   * In order of time, none withdrawn.
   *
   * @param branch of the technician, or of the customer where nobody is assigned; null for all
   * @param limit how many at most
   */
  public List<Entry> between(Instant from, Instant to, String branch, int limit) {
    return database
        .list(SELECT)
        .where("v.scheduled_at >= :from", "from", from)
        .where("v.scheduled_at < :to", "to", to)
        .where("v.state <> 'WITHDRAWN'")
        .where("coalesce(t.branch, c.branch) = :branch", "branch", branch)
        .list(Entry.class, "v.scheduled_at, v.id", limit);
  }
}
