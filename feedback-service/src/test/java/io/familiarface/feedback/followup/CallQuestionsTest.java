package io.familiarface.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.risk.reason.ReasonCode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallQuestionsTest {

  @ParameterizedTest
  @EnumSource
  void there_is_a_question_about_every_reason(ReasonCode reason) {
    assertThat(CallQuestions.about(List.of(reason.name())))
        .hasSize(2)
        .allMatch(question -> question.endsWith("?"));
  }

  @Test
  void nobody_is_asked_too_much_or_the_same_twice() {
    List<String> all = Arrays.stream(ReasonCode.values()).map(Enum::name).toList();
    assertThat(CallQuestions.about(all)).hasSize(5).doesNotHaveDuplicates();
    assertThat(CallQuestions.about(List.of("TECHNICIAN_CHANGE", "REPEATED_TECHNICIAN_CHANGES")))
        .hasSize(2);
    assertThat(CallQuestions.about(List.of())).hasSize(1);
  }
}
