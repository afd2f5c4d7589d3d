package io.familiarface.customers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.familiarface.rest.testing.Conventions;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@AnalyzeClasses(packages = "io.familiarface.customers", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String US = "io.familiarface.customers";

  @ArchTest
  static final ArchRule THE_RULES_OF_A_PROMISE_ARE_PURE =
      classes()
          .that()
          .resideInAPackage(US + ".decision..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "io.familiarface.technicianchange..", US + ".decision..")
          .because("they must be readable, and testable, without a server");

  @ArchTest
  static final ArchRule RESOURCES_SPEAK_HTTP_AND_LEAVE_THE_DATABASE_TO_OTHERS =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .and()
          .areNotAnnotatedWith(RegisterRestClient.class)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              US + "..",
              "io.familiarface.rest..",
              "io.familiarface.pages..",
              "io.familiarface.photo..",
              "java.lang..",
              "java.util..",
              "java.net..",
              "java.time..",
              "java.io..",
              "jakarta.ws.rs..",
              "jakarta.annotation.security..",
              "jakarta.enterprise.event..",
              "jakarta.transaction..",
              "jakarta.validation..",
              "com.fasterxml.jackson.databind..",
              "org.eclipse.microprofile.openapi..")
          .because("queries stand beside the repository");

  @ArchTest
  static final ArchRule ENTITIES_STAY_AT_HOME =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .bePackagePrivate()
          .because("what crosses a boundary is a record");

  @ArchTest
  static final ArchRule THE_FEED_CONTRACT_IS_NOT_USED_INSIDE =
      noClasses()
          .that()
          .resideOutsideOfPackage(US + ".publishing..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(US + ".publishing..")
          .because("it may change only when those who read the feed can follow");

  @ArchTest
  static final ArchRule NOBODY_READS_THE_WALL_CLOCK =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .because("time comes from the injected Clock, so that a test may bring its own");

  @ArchTest static final ArchTests AS_EVERYWHERE = ArchTests.in(Conventions.class);
}
