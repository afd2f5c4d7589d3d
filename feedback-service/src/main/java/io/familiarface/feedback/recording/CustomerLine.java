package io.familiarface.feedback.recording;

/** A line that names the customer, and perhaps the visit, that it is about. */
public interface CustomerLine {
  String externalId();

  String customerExternalId();

  /** Null when it is about no visit. */
  String visitExternalId();
}
