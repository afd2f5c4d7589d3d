package io.familiarface.jobs.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubstituteCandidateTest {
  @Test
  void a_known_face_outweighs_branch_and_skills() {
    SubstituteCandidate known = candidate(1, false, Set.of(), 2);
    SubstituteCandidate near = candidate(0, true, Set.of("rodents", "termites"), 0);
    assertThat(known.score()).isGreaterThan(near.score());
  }

  @Test
  void the_more_often_somebody_was_there_the_better() {
    assertThat(candidate(5, true, Set.of(), 0).score())
        .isGreaterThan(candidate(1, true, Set.of(), 0).score());
  }

  @Test
  void a_free_day_is_better_than_a_full_one() {
    assertThat(candidate(0, true, Set.of(), 0).score())
        .isGreaterThan(candidate(0, true, Set.of(), 4).score());
  }

  @Test
  void every_rank_has_its_reasons_in_words() {
    assertThat(candidate(1, true, Set.of("rodents"), 1).reasons())
        .containsExactly(
            "The customer knows Cleo: 1 visit, the last on 2025-06-05.",
            "Has 1 of the 2 skills of the technician planned.",
            "Works in the customer's branch.",
            "Has 1 other visit that day.");
    assertThat(candidate(0, false, Set.of(), 0).reasons())
        .contains("Has never been to this customer: tell and introduce beforehand.");
  }

  private static SubstituteCandidate candidate(
      int visitsHere, boolean sameBranch, Set<String> skills, int visitsThatDay) {
    return new SubstituteCandidate(
        UUID.randomUUID(),
        "T0003",
        "Cleo",
        visitsHere,
        LocalDate.of(2025, 6, 5),
        sameBranch,
        skills,
        2,
        visitsThatDay);
  }
}
