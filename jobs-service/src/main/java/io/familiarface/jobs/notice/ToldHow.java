package io.familiarface.jobs.notice;

/** How somebody told the customer. */
enum ToldHow {
  PHONE,
  IN_PERSON
}
