package io.familiarface.rest.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.familiarface.rest.idempotency.Idempotent;
import jakarta.ws.rs.POST;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the code of every service keeps to; each asks for it with {@code ArchTests.in}. */
public final class Conventions {
  private Conventions() {}

  @ArchTest
  public static final ArchRule EVERY_POST_MAY_BE_SENT_AGAIN =
      methods()
          .that()
          .areAnnotatedWith(POST.class)
          .and()
          .areDeclaredInClassesThat()
          .areNotAnnotatedWith(RegisterRestClient.class)
          .and()
          .haveNameNotMatching("import.*")
          .should()
          .beAnnotatedWith(Idempotent.class)
          .because("its document promises an Idempotency-Key; an import is an upsert instead");

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
  public static final ArchRule PACKAGES_FORM_NO_CYCLES =
      slices()
          .assignedFrom(EVERY_PACKAGE)
          .should()
          .beFreeOfCycles()
          .because("each package is to be understood with those below it only");
}
