package io.familiarface.risk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.familiarface.risk", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_engine_knows_java_hipparchus_and_itself =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.hipparchus..",
              "io.familiarface.technicianchange",
              "io.familiarface.risk..")
          .because("the engine is the product: it runs, and is tested, without a server");

  @ArchTest
  static final ArchRule packages_do_not_go_round_in_circles =
      slices()
          .matching("io.familiarface.risk.(**)")
          .should()
          .beFreeOfCycles()
          .because("each part can then be read, and one day moved, by itself");

  @ArchTest
  static final ArchRule every_class_is_in_a_part =
      noClasses()
          .should()
          .resideInAPackage("io.familiarface.risk")
          .because("what lies beside the parts is in no slice");

  @ArchTest
  static final ArchRule what_is_asked_of_the_engine_stands_above_it =
      noClasses()
          .that()
          .resideInAPackage("..engine")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..whatif", "..advice", "..learning", "..backtest")
          .because("who needs an answer calls who gives it");
}
