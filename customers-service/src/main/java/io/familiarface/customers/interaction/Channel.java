package io.familiarface.customers.interaction;

public enum Channel {
  PHONE,
  EMAIL,
  TEXT_MESSAGE,
  LETTER,
  IN_PERSON,
  OTHER
}
