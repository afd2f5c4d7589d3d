package io.familiarface.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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

@AnalyzeClasses(packages = "io.familiarface.jobs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String JOBS = "io.familiarface.jobs";

  @ArchTest static final ArchRule copies_of_the_risk_stand_alone = onlyKnow("risk", "risk");

  @ArchTest static final ArchRule technicians_stand_alone = onlyKnow("technician", "technician");

  @ArchTest
  static final ArchRule copies_of_customers_stand_alone = onlyKnow("customer", "customer");

  @ArchTest
  static final ArchRule agreements_know_who_signed_and_who_comes =
      onlyKnow("agreement", "agreement", "customer", "technician");

  @ArchTest
  static final ArchRule visits_know_their_agreement =
      onlyKnow("visit", "visit", "agreement", "customer", "risk", "technician");

  @ArchTest
  static final ArchRule calendars_show_visits_and_steps_of_projects =
      onlyKnow("calendar", "calendar", "customer", "project", "technician", "visit");

  @ArchTest
  static final ArchRule the_board_shows_visits_by_technician =
      onlyKnow("board", "board", "customer", "technician", "visit");

  @ArchTest
  static final ArchRule training_knows_technicians = onlyKnow("training", "training", "technician");

  @ArchTest
  static final ArchRule what_is_left_behind_knows_the_visit =
      onlyKnow("leavebehind", "leavebehind", "customer", "technician", "visit");

  private static final String RECURRENCES =
      ".*\\.agreement\\.(Recurrence|RuleText|SkippedMonths)(\\$.*)?";

  @ArchTest
  static final ArchRule recurrence_is_plain_java =
      classes()
          .that()
          .haveNameMatching(RECURRENCES)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.dmfs..")
                  .or(
                      com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                          RECURRENCES)))
          .because("the rule of the days is tested without a server");

  @ArchTest
  static final ArchRule entities_stay_inside =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("View")
          .or()
          .haveSimpleNameEndingWith("Event")
          .should()
          .beAnnotatedWith(Entity.class)
          .because("what leaves the house is a record, not a row");

  @ArchTest
  static final ArchRule resources_stay_inside =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .and()
          .areNotInterfaces()
          .should()
          .bePackagePrivate()
          .because("nobody calls a resource but HTTP");

  private static ArchRule onlyKnow(String capability, String... known) {
    String[] packages =
        java.util.stream.Stream.of(known)
            .map(name -> JOBS + "." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(JOBS + "." + capability + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(JOBS + ".(*)..")
                .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(packages)))
                .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(JOBS))))
        .because("a capability uses those it stands on, and no others");
  }

  @ArchTest static final ArchTests AS_EVERYWHERE = ArchTests.in(Conventions.class);
}
