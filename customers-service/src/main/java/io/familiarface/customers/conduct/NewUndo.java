package io.familiarface.customers.conduct;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a customer is not let go after all. */
@Schema(example = "{\"reason\": \"They rang, apologised, and want to try again.\"}")
public record NewUndo(@NotBlank @Size(max = 4000) String reason) {}
