package io.familiarface.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.familiarface.database", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule KNOWS_NO_FRAMEWORK_BUT_JDBI_AND_ITS_DRIVER =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.familiarface.database..",
              "java..",
              "javax.sql..",
              "org.jdbi..",
              "org.postgresql",
              "org.postgresql.copy",
              "jakarta.inject..")
          .because("every module that has tables uses it, with Quarkus or without");

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_GO_IN_CIRCLES =
      slices()
          .matching("io.familiarface.(database..)")
          .should()
          .beFreeOfCycles()
          .because("each package is to be understood with those below it only");
}
