package io.familiarface.standalone;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = LocalSystem.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule no_packages_depend_on_each_other_in_a_circle =
      slices()
          .matching("io.familiarface.(**)")
          .should()
          .beFreeOfCycles()
          .because("the commands stand above the demo, and both above the system they start");
}
