package io.familiarface.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Bench.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule no_framework_runs_beside_what_is_measured =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..")
          .because("services are measured from outside, and the engine is plain Java");
}
