package io.familiarface.jobs.assignment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.jobs.visit.VisitView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The visit as it is, and what the assignment does to it. */
@Schema(name = "Assignment")
record AssignmentView(@JsonUnwrapped VisitView visit, Impact impact) {}
