package io.familiarface.customers.care;

import io.familiarface.customers.customer.BurnedBefore;
import io.familiarface.customers.feedback.CustomerSentiment;
import io.familiarface.customers.interaction.LatestMood;
import java.time.Instant;
import java.util.List;

/**
 * What the rules look at; null where nothing is known.
 *
 * @param now when it is asked
 */
public record CareFacts(
    LatestMood mood,
    BurnedBefore burnedBefore,
    List<CustomerSentiment.Complaint> openComplaints,
    CustomerSentiment.Risk risk,
    CustomerSentiment.Flag flag,
    Instant now) {}
