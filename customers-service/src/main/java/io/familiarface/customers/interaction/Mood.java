package io.familiarface.customers.interaction;

public enum Mood {
  CALM,
  ANXIOUS,
  DISTRESSED,
  ANGRY,
  GRATEFUL
}
