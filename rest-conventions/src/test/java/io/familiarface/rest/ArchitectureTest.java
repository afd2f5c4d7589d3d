package io.familiarface.rest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.familiarface.rest.testing.Conventions;

@AnalyzeClasses(packages = "io.familiarface.rest", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchTests AS_EVERYWHERE = ArchTests.in(Conventions.class);

  @ArchTest
  static final ArchRule CONVENTIONS_KNOW_NO_SERVICE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.familiarface.customers..", "io.familiarface.jobs..", "io.familiarface.feedback..")
          .because("what all services share can't depend on one of them");
}
