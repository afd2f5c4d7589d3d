package io.familiarface.jobs.accounting.system;

/** The system refused a request as a whole, in its words. */
class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  RequestRefused(String words) {
    super(words);
  }
}
