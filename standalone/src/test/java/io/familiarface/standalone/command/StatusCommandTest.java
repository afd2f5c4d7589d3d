package io.familiarface.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatusCommandTest {

  @Test
  void a_reader_is_up_to_date_only_when_nothing_is_parked_and_it_does_not_stand() throws Exception {
    assertThat(line("{'feed':'jobs','behind':0,'parked':0,'problem':null}"))
        .isEqualTo("    reads jobs: up to date");
    assertThat(line("{'feed':'jobs','behind':3,'parked':2,'problem':null}"))
        .isEqualTo(
            "    reads jobs: 3 behind, 2 of them set aside, as this service could not apply them");
    assertThat(line("{'feed':'jobs','behind':1,'parked':0,'problem':'Nothing answers.'}"))
        .isEqualTo("    reads jobs: 1 behind, it stands: Nothing answers.");
  }

  private static String line(String consumer) throws Exception {
    return StatusCommand.line(new ObjectMapper().readTree(consumer.replace('\'', '"')));
  }
}
