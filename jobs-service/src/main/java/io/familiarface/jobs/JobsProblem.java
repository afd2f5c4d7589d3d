package io.familiarface.jobs;

import io.familiarface.rest.problem.ProblemType;

/** Everything this service refuses, by the slug that callers may rely on. */
public enum JobsProblem implements ProblemType {
  BAD_RECURRENCE(400, "Recurrence not usable"),
  NOT_YOUR_VISIT(403, "Not your visit"),
  NO_SUCH_CUSTOMER(404, "No such customer"),
  NO_SUCH_TECHNICIAN(404, "No such technician"),
  NO_SUCH_ABSENCE(404, "No such absence"),
  NO_PHOTO(404, "No photo yet"),
  NO_SUCH_TRAINING(404, "No such training"),
  NO_SUCH_AGREEMENT(404, "No such agreement"),
  NO_SUCH_VISIT(404, "No such visit"),
  NO_SUCH_CALENDAR(404, "No such calendar"),
  NO_SUCH_CALENDAR_LINK(404, "No such calendar link"),
  NO_SUCH_NOTICE(404, "No such notice"),
  NO_SUCH_INTRODUCTION(404, "No such introduction"),
  NO_SUCH_PLAN(404, "No such plan"),
  NO_SUCH_PROJECT(404, "No such project"),
  NO_SUCH_STEP(404, "No such step"),
  NO_SUCH_PROJECT_LINK(404, "No such project link"),
  NOT_CANCELLED(404, "Not cancelled"),
  NO_SUCH_DOCUMENT(404, "No such document"),
  NO_SUCH_EXPORT(404, "No such export"),
  NO_SUCH_ENDPOINT(404, "No such endpoint"),
  NO_SUCH_DELIVERY(404, "No such delivery"),
  NO_END(409, "No end"),
  ABSENCES_OVERLAP(409, "Absences overlap"),
  TECHNICIAN_ABSENT(409, "Technician absent"),
  DOUBLE_BOOKED(409, "Double booked"),
  LACKS_SKILL(409, "Lacks the skill"),
  OUTSIDE_HOURS(409, "Outside working hours"),
  ALREADY_CANCELLED(409, "Agreement cancelled"),
  ALREADY_ARRIVED(409, "Already arrived"),
  ALREADY_COMPLETED(409, "Visit already completed"),
  NOT_PAUSED(409, "Agreement not paused"),
  NOT_COMPLETED(409, "Visit not completed"),
  ALREADY_MISSED(409, "Visit already missed"),
  VISIT_WITHDRAWN(409, "Visit withdrawn"),
  VISIT_ALREADY_PLANNED(409, "Visit already planned"),
  JOB_SHEET_UNREAD(409, "Job sheet unread"),
  ALREADY_TOLD(409, "Already told"),
  INTRODUCTION_ENDED(409, "Introduction ended"),
  PLAN_STALE(409, "Plan stale"),
  PLAN_NOT_READY(409, "Plan not ready"),
  PLAN_DECIDED(409, "Plan decided"),
  NOBODY_ASSIGNED(409, "Nobody assigned"),
  CREDIT_TOO_LARGE(409, "Credit too large"),
  MORE_THAN_OWED(409, "More than is owed"),
  PAYMENT_ALREADY_RECORDED(409, "Payment already recorded"),
  ALREADY_PREPAID(409, "Already prepaid"),
  STEP_ALREADY_INVOICED(409, "Step already invoiced"),
  ALREADY_CONFIRMED(409, "Already confirmed"),
  HISTORY_IMPORT_RUNNING(409, "History import running"),
  UNKNOWN_CUSTOMER(422, "Unknown customer"),
  UNKNOWN_TECHNICIAN(422, "Unknown technician"),
  UNKNOWN_AGREEMENT(422, "Unknown agreement"),
  TECHNICIAN_HAS_LEFT(422, "Technician has left"),
  TECHNICIAN_NOT_YET_HIRED(422, "Technician not yet hired"),
  ALREADY_ASSIGNED(422, "Already assigned"),
  BEFORE_THE_START(422, "Before the start"),
  BEFORE_THE_VISIT(422, "Before the visit"),
  IN_THE_FUTURE(422, "In the future"),
  CONTRADICTION(422, "Contradiction"),
  NOBODY_TO_INTRODUCE(422, "Nobody to introduce"),
  UNKNOWN_PROJECT(422, "Unknown project"),
  UNKNOWN_STEP(422, "Unknown step"),
  UNKNOWN_DOCUMENT(422, "Unknown document"),
  INSTALMENTS_DIFFER(422, "Instalments differ"),
  NOT_AN_INVOICE(422, "Not an invoice"),
  OTHER_CURRENCY(422, "Other currency"),
  UNKNOWN_EXPORT(422, "Unknown export"),
  NOT_IN_THE_EXPORT(422, "Not in the export"),
  TARGET_NOT_ALLOWED(422, "Target not allowed"),
  HISTORY_NOT_READABLE(422, "History not readable"),
  CUSTOMERS_UNREACHABLE(503, "Customers unreachable");

  private final int status;
  private final String title;

  JobsProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int status() {
    return status;
  }
}
