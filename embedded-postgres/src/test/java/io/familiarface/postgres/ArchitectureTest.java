package io.familiarface.postgres;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = PostgresServer.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule one_package_on_the_jdk_the_driver_and_what_unpacks =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.sql..",
              "com.sun.security.auth.module",
              "org.postgresql..",
              "org.apache.commons.compress..",
              "io.familiarface.postgres")
          .because("the tests of every module and the launcher stand on it, whatever they bring");
}
