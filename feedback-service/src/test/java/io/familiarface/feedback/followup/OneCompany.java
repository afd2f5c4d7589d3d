package io.familiarface.feedback.followup;

import io.familiarface.feedback.testing.StoredRows;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** What is told of all customers together is tested with a company that knows nobody yet. */
public abstract class OneCompany {
  @Inject protected Company company;
  @Inject protected StoredRows database;

  @BeforeEach
  protected void nobody_is_known() {
    company.startsAnew();
  }
}
