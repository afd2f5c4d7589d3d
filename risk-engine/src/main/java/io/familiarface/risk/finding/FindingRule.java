package io.familiarface.risk.finding;

import java.util.Optional;

/** A named rule: looks at a customer and says what it finds, with what that rests on. */
interface FindingRule {

  Optional<Finding> find(RuleContext context);
}
