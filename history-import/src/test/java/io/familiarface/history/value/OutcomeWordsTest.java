package io.familiarface.history.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeWordsTest {
  private final Words words = new Words();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Complete rated",
        "Done - paid",
        "Job Complete",
        "Completed late",
        "Completed w/ issues",
        "Posted",
        "Ready to invoice",
        "Requires Invoicing",
        "Done pending approval",
        "Completed - pending payment",
        "Completed - not paid",
        "Done, no issues",
        "Serviced",
        "✓",
        "Erledigt",
        "Terminé",
        "Realizado",
        "Completato",
        "Voltooid"
      })
  void made(String text) {
    assertThat(words.outcome.read(text)).contains(Outcome.COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not completed",
        "Did not complete",
        "Couldn't complete",
        "Unable to complete",
        "No Show",
        "NO-SHOW",
        "Skipped",
        "Not serviced",
        "Failed",
        "Nicht erledigt",
        "No realizado",
        "Non effectué",
        "✗"
      })
  void not_made(String text) {
    assertThat(words.outcome.read(text)).contains(Outcome.MISSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pro canceled",
        "Rescheduled - rain",
        "Rain - rescheduled",
        "Cancelled - not completed",
        "Cancelled by customer - will reschedule when snow is gone",
        "CXL",
        "Voided",
        "Moved to 5/1",
        "Requires rescheduling",
        "Completed (rescheduled from 4/3)",
        "Annulé",
        "Cancelado",
        "Storniert",
        "Verschoben"
      })
  void called_off_beforehand(String text) {
    assertThat(words.outcome.read(text)).contains(Outcome.CALLED_OFF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Needs scheduling",
        "In progress",
        "Dispatched",
        "On Hold",
        "Late",
        "Action required",
        "En route",
        "On my way",
        "Submitted",
        "To be completed",
        "Awaiting completion",
        "Not yet done",
        "Not started",
        "Partially completed",
        "Ending within 30 days",
        "Unassigned",
        "In Bearbeitung",
        "En cours",
        "Pendiente"
      })
  void not_known_to_be_made(String text) {
    assertThat(words.outcome.read(text)).contains(Outcome.PLANNED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hm", "Not cancelled", "Unpaid", "Partially paid", "Sent"})
  void what_says_nothing_of_a_visit_is_asked_for(String text) {
    assertThat(words.outcome.read(text)).isEmpty();
  }
}
