package io.familiarface.jobs.agreement;

import io.familiarface.rest.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "NewAgreement",
    example =
        """
        {"customerExternalId": "C0007", "program": "Yearly termite inspection",
         "recurrence": "FREQ=YEARLY", "startsOn": "{today+14}", "visitAt": "10:00", "windowMinutes": 120,
         "price": {"amount": "180.00", "currency": "USD"}, "technicianExternalId": "T0003"}\
        """)
record NewAgreement(
    @Schema(examples = "A0099") @Size(min = 1, max = 100) String externalId,
    UUID customerId,
    @Schema(examples = "C0001") @Size(min = 1, max = 100) String customerExternalId,
    @Schema(examples = "Monthly rodent control") @NotBlank @Size(max = 200) String program,
    @Schema(examples = "FREQ=MONTHLY", description = Recurrence.HOW_TO_SAY)
        @NotBlank @Size(max = 500) String recurrence,
    @Schema(examples = "2027-01-06") @NotNull LocalDate startsOn,
    @Schema(
            implementation = String.class,
            examples = "10:00",
            description =
                "The company's local time of day; left out, visits are at 09:00 for want of a better"
                    + " one, and take nobody's time.")
        LocalTime visitAt,
    @Schema(examples = "120", description = Terms.WINDOW) @Min(0) @Max(Terms.LONGEST_WINDOW) Integer windowMinutes,
    @Schema(examples = Terms.CHECKLIST_EXAMPLE, description = Terms.CHECKLIST)
        @Size(max = Terms.LONGEST_CHECKLIST) List<@NotBlank @Size(max = Terms.LONGEST_ITEM) String> checklist,
    @Valid @NotNull Money price,
    @Schema(description = "Who usually comes.") UUID technicianId,
    @Schema(examples = "T0001") @Size(min = 1, max = 100) String technicianExternalId) {

  Terms terms() {
    return new Terms(program, recurrence, visitAt, windowMinutes, checklist, price);
  }
}
