package io.familiarface.rest.testing.plan;

import io.familiarface.postgres.PostgresDatabase;
import io.familiarface.postgres.TestDatabase;
import io.familiarface.rest.testing.ServiceUnderTest;

/** A service under test whose database tells the plan of every statement; see {@link Plans}. */
public class ExplainedService extends ServiceUnderTest {
  /** After a usual database, where a module gives one to all of its tests. */
  @Override
  public int order() {
    return 1;
  }

  @Override
  protected PostgresDatabase database() {
    // Test resources and tests live in different class loaders.
    System.setProperty(Plans.LOG, TestDatabase.log().toString());
    return TestDatabase.createExplained("test");
  }
}
