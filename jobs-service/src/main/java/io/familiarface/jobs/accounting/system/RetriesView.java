package io.familiarface.jobs.accounting.system;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was sent on its way again. */
record RetriesView(@Schema(description = "How many documents.") int documents) {}
