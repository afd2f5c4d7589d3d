package io.familiarface.feedback.link;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link that was made, with its address: nobody can be told it again. */
@Schema(name = "CreatedLink")
record CreatedLink(
    @Schema(
            description = "Give it to the customer alone: whoever has it needs no login.",
            examples = "https://feedback.example.com/v1/links/pVq3cX1o0Yk2u9bT7rZs4aWdLmE")
        String url,
    @Schema(
            description =
                "When the customer was asked for feedback lately, so that this link asks them"
                    + " nothing; null where it does, or is about a case.")
        Instant askedAt,
    @JsonUnwrapped LinkView link) {}
