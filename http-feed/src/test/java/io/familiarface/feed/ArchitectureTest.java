package io.familiarface.feed;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

@AnalyzeClasses(packages = "io.familiarface.feed", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final SliceAssignment EVERY_PACKAGE =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
          return "every package";
        }
      };

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLES =
      slices().assignedFrom(EVERY_PACKAGE).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_PROTOCOL_KNOWS_NO_FRAMEWORK =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.familiarface.feed..",
              "io.familiarface.database..",
              "java..",
              "javax.sql..",
              "com.fasterxml.jackson..",
              "io.cloudevents..",
              "org.postgresql..",
              "org.slf4j..",
              "org.jboss.logging..",
              "com.github.f4b6a3.uuid..")
          .because("a service of any framework can publish and follow feeds");
}
