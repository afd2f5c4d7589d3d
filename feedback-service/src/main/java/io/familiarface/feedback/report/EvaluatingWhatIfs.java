package io.familiarface.feedback.report;

import io.familiarface.feedback.assessment.StateAsOf;
import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whoever plans many visits asks what each way would cost; a customer is read once. */
@ApplicationScoped
class EvaluatingWhatIfs {
  private final Customers customers;
  private final EvaluatingWhatIf evaluating;

  EvaluatingWhatIfs(Customers customers, EvaluatingWhatIf evaluating) {
    this.customers = customers;
    this.evaluating = evaluating;
  }

  WhatIfAnswers evaluate(List<WhatIfQuestions.Question> questions) {
    Map<String, Known> known = new HashMap<>();
    return new WhatIfAnswers(questions.stream().map(one -> answer(one, known)).toList());
  }

  private record Known(UUID customer, StateAsOf state) {}

  private WhatIfAnswers.Answer answer(WhatIfQuestions.Question question, Map<String, Known> known) {
    try {
      Known customer = known.computeIfAbsent(question.customerId(), this::known);
      return WhatIfAnswers.Answer.of(
          evaluating.weigh(customer.customer(), customer.state(), question.visits()));
    } catch (HttpProblem e) {
      // One that can't be answered leaves the others their answers.
      return WhatIfAnswers.Answer.missing(e.getDetail());
    }
  }

  private Known known(String customerId) {
    UUID customer = customers.require(Ref.fromString(customerId)).id();
    return new Known(customer, evaluating.known(customer));
  }
}
