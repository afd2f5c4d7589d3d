package io.familiarface.history.column;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of a history may say. */
public enum Field {
  DATE,
  TIME,
  WINDOW,
  ARRIVED,
  CUSTOMER,
  FIRST_NAME,
  LAST_NAME,
  COMPANY,
  CUSTOMER_ID,
  TECHNICIAN,
  TECHNICIAN_ID,
  VISIT_ID,
  REASON,
  PERMANENCE,
  TOLD,
  INTRODUCED,
  OUTCOME,
  PHONE,
  EMAIL,
  ADDRESS,
  ADDRESS2,
  CITY,
  REGION,
  POSTAL_CODE,
  COUNTRY,
  BRANCH,
  PROGRAM,
  PRICE,
  CANCELLED_ON,
  CANCEL_REASON;

  /** As it is written in a mapping file: {@code cancelled_on}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> labelled(String label) {
    String wanted = label.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(values()).filter(field -> field.label().equals(wanted)).findFirst();
  }
}
