package io.familiarface.customers.conduct;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A second person agrees: there is nothing to say but that. */
@Schema(example = "{}")
public record NewApproval() {}
