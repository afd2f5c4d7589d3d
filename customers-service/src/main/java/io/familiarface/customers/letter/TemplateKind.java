package io.familiarface.customers.letter;

/** What a template is for. */
public enum TemplateKind {
  HANDOUT,
  FAREWELL,
  NOTICE,
  LEAVE_BEHIND,
  CASE_LETTER
}
