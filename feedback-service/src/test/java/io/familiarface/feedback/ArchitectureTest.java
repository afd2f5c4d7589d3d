package io.familiarface.feedback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.familiarface.rest.limit.LimitedByAddress;
import io.familiarface.rest.testing.Conventions;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

@AnalyzeClasses(
    packages = "io.familiarface.feedback",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String SELF = "io.familiarface.feedback.";

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_GO_ROUND_IN_CIRCLES =
      slices()
          .matching(SELF + "(**)")
          .should()
          .beFreeOfCycles()
          .because("each capability can then be read, and one day moved, by itself");

  @ArchTest
  static final ArchRule HISTORY_KNOWS_SIGNALS_AND_STORAGE_ALONE =
      classes()
          .that()
          .resideInAPackage(SELF + "history")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "com.fasterxml.jackson..",
              "io.quarkus..",
              SELF + "history",
              "io.familiarface.risk.signal",
              "io.familiarface.database")
          .because("what happened is kept whatever is made of it later");

  @ArchTest
  static final ArchRule RESOURCES_KEEP_TO_HTTP =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .and()
          .areNotInterfaces()
          .should()
          .haveSimpleNameEndingWith("Resource")
          .andShould()
          .notBePublic()
          .because("HTTP is how one calls a use case, not where it lives");

  @ArchTest
  static final ArchRule BEANS_ARE_MADE_WITH_WHAT_THEY_NEED =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("io.familiarface.feedback..")
          .should()
          .notBeAnnotatedWith(Inject.class)
          .because("what a constructor takes cannot be forgotten");

  @ArchTest
  static final ArchRule LINKS_ARE_NOT_GUESSED_BY_TRYING =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(SELF + "link")
          .and()
          .areAnnotatedWith(PermitAll.class)
          .should()
          .beAnnotatedWith(LimitedByAddress.class)
          .because("whoever needs no login is known by the address alone");

  @ArchTest static final ArchTests AS_EVERYWHERE = ArchTests.in(Conventions.class);
}
