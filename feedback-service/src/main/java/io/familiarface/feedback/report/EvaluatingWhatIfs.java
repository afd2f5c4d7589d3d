package io.familiarface.feedback.report;

import io.familiarface.feedback.customer.Customers;
import io.familiarface.rest.Ref;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, EvaluatingWhatIf.Known> known = new HashMap<>();
    return new WhatIfAnswers(questions.stream().map(one -> answer(one, known)).toList());
  }

  private WhatIfAnswers.Answer answer(
      WhatIfQuestions.Question question, Map<String, EvaluatingWhatIf.Known> known) {
    try {
      EvaluatingWhatIf.Known customer = known.computeIfAbsent(question.customerId(), this::known);
      return WhatIfAnswers.Answer.of(evaluating.weigh(customer, question.visits()));
    } catch (HttpProblem e) {
      // One that can't be answered leaves the others their answers.
      return WhatIfAnswers.Answer.missing(e.getDetail());
    }
  }

  private EvaluatingWhatIf.Known known(String customerId) {
    return evaluating.known(customers.require(Ref.fromString(customerId)).id());
  }
}
