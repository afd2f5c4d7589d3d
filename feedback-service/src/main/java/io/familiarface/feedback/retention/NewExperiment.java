package io.familiarface.feedback.retention;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which part of the calls is to be held back. */
@Schema(name = "NewRetentionExperiment", example = "{\"holdOut\":0.1}")
record NewExperiment(
    @NotNull @DecimalMin("0") @DecimalMax("0.5") @Schema(description = "From 0, which ends the experiment, to 0.5.", examples = "0.1")
        Double holdOut) {}
