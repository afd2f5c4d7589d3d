package io.familiarface.risk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.familiarface.risk", importOptions = DoNotIncludeTests.class)
class PureJavaTest {

  @ArchTest
  static final ArchRule the_engine_knows_java_and_itself =
      classes()
          .that()
          .resideInAPackage("io.familiarface.risk..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.hipparchus..", "io.familiarface.risk..")
          .because("the engine is the product: it runs, and is tested, without a server");
}
