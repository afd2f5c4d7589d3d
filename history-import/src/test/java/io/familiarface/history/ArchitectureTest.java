package io.familiarface.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.familiarface.history", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule KNOWS_NO_FRAMEWORK_BUT_JACKSON =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.familiarface.history..",
              "io.familiarface.technicianchange..",
              "java..",
              "com.fasterxml.jackson..")
          .because("the command reads a spreadsheet without a server");

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_GO_IN_CIRCLES =
      slices()
          .matching("io.familiarface.(history..)")
          .should()
          .beFreeOfCycles()
          .because("each package is to be understood with those below it only");

  @ArchTest
  static final ArchRule LINES_KEEP_THEIR_TYPES =
      classes()
          .that()
          .resideInAnyPackage("..history.row..", "..history.plan..", "..history.spool..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("com.fasterxml..")
          .because("JSON is written once, at the end, and read only from the answers of an API");
}
