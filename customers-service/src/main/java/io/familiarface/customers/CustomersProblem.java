package io.familiarface.customers;

import io.familiarface.rest.problem.ProblemType;

/** What can go wrong here and nowhere else. The slugs are part of the API. */
public enum CustomersProblem implements ProblemType {
  MERGED(308, "Merged into another customer"),
  NO_SUCH_CUSTOMER(404, "No such customer"),
  NO_SUCH_TRAIT(404, "No such trait"),
  NO_SUCH_PERSON(404, "No such person"),
  NO_SUCH_SITE(404, "No such site"),
  NO_SUCH_PROMISE(404, "No such promise"),
  NO_SUCH_INTERACTION(404, "No such interaction"),
  NO_SUCH_REFERRAL(404, "No such referral"),
  NO_SUCH_CERTIFICATE(404, "No such certificate"),
  NO_SUCH_CONDUCT_ENTRY(404, "No such entry"),
  NO_SUCH_TEMPLATE(404, "No such template"),
  NO_SUCH_HANDOUT(404, "No such handout"),
  NO_SUCH_ERASURE(404, "No such erasure"),
  NO_LETTER(404, "No letter yet"),
  NO_PHOTO(404, "No photo yet"),
  SAME_CUSTOMER(409, "The same customer already"),
  ALREADY_MERGED(409, "Merged already"),
  TOO_MANY(409, "Too many under one customer"),
  ALREADY_DECIDED(409, "Promise already decided"),
  REFERRAL_STEP_NOT_DUE(409, "Not the next step of this referral"),
  ALREADY_REDEEMED(409, "Certificate already redeemed"),
  CERTIFICATE_EXPIRED(409, "Certificate expired"),
  CERTIFICATE_OF_THEIR_OWN(409, "A certificate to pass on is not for its holder"),
  CERTIFICATE_NOT_TRANSFERABLE(409, "A certificate for its holder alone"),
  TOO_MANY_CERTIFICATES(409, "Too many open certificates"),
  ATTEMPTS_MISSING(409, "Not yet: the policy asks for more attempts"),
  LETTING_GO_NOT_DUE(409, "Not the next step of letting go"),
  UNDO_TOO_LATE(409, "Too late to undo"),
  NEEDS_ANOTHER_PERSON(403, "Another person has to agree"),
  TEMPLATE_TAKEN(409, "Template already there"),
  ALREADY_ACKNOWLEDGED(409, "Handout already acknowledged"),
  NOT_YOUR_CUSTOMER(403, "Not a customer of your visits"),
  UNKNOWN_CUSTOMER(422, "Unknown customer"),
  UNKNOWN_TEMPLATE(422, "Unknown template"),
  UNKNOWN_TECHNICIAN(422, "Unknown technician"),
  DECIDED_BY_VISITS(422, "Decided by visits"),
  JOBS_SERVICE_UNREACHABLE(503, "Jobs service cannot be reached");

  private final int status;
  private final String title;

  CustomersProblem(int status, String title) {
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
