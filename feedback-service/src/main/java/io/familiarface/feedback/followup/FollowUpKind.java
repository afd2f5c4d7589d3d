package io.familiarface.feedback.followup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a call is for. */
@Schema(name = "FollowUpKind")
enum FollowUpKind {
  /** The customer is likely to leave: hear what is wrong. */
  CONCERN,
  /** The same, and somebody else is planned for the next visit: tell the customer before. */
  COMING_CHANGE,
  /** The customer asked for a call. */
  CALL_ME,
  /** The customer said that something is wrong, or gave a low mark. */
  UNHAPPY,
  /** The customer answered on the page of their case. */
  CASE_ANSWER,
  /** What was agreed has been done: ask how the customer is. */
  REBUILDING,
  /** A visit took place: ask how it went. */
  AFTER_VISIT,
  /** A project ended a while ago: ask how it has held up. */
  AFTER_PROJECT,
  /** Somebody new is planned for the next visit of a customer who is not likely to leave. */
  NEW_TECHNICIAN,
  /** An agreement is about to end, and nobody has renewed it: ask whether it is to go on. */
  RENEWAL,
  /** The customer left: ask why, and whether they would come back. */
  AFTER_LEAVING
}
