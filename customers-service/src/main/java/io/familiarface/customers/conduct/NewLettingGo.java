package io.familiarface.customers.conduct;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a customer is to be let go. */
@Schema(example = "{\"reason\": \"Shouts at everybody who comes, in spite of all we tried.\"}")
public record NewLettingGo(@NotBlank @Size(max = 4000) String reason) {}
