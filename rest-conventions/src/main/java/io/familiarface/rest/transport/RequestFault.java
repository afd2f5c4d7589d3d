package io.familiarface.rest.transport;

import io.familiarface.rest.problem.ProblemType;

/** Why a request is refused before any resource sees it. */
record RequestFault(ProblemType type, String detail) {}
