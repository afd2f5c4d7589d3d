-- From when to when the history tells of visits and of leaving: asked before a back-test.
create index signal_that_tells on signal (at)
  where kind in ('VISIT_COMPLETED', 'VISIT_MISSED', 'AGREEMENT_CANCELLED');
